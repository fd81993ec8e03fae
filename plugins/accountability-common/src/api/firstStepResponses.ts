/** What stands between an installation and the first gate that was asked, in the order in which it is done. */
export const firstStepIds = [
  'services',
  'source',
  'records',
  'policy',
  'level',
  'gate',
] as const;

/** See `firstStepIds`. */
export type FirstStepId = (typeof firstStepIds)[number];

/** Whether a step is done; unknown is never done. */
export type FirstStepState = 'done' | 'todo' | 'unknown';

/** Subjects without a service are counted so far and no further. */
export const mostUnownedCounted = 1000;

/** One step, with what it was told by. */
export interface FirstStep {
  step: FirstStepId;
  state: FirstStepState;
  /**
   * What there is of it. services: those with an owner that resolves. source:
   * sources that ever delivered. records: services that records reach. policy:
   * checks in force. level: services that stand at a level. gate: gates in force.
   */
  count?: number;
  /** Of how many: services that the caller may read, or sources that are on or ever delivered. */
  of?: number;
  /** When it last happened, epoch milliseconds. source: a delivery. gate: a decision. */
  at?: number;
  /** Source of that delivery. */
  source?: string;
  /** Subjects with records and without a service, at most `mostUnownedCounted`; absent where the caller may not read them. */
  unowned?: number;
  /** Why it is unknown, and what would make it known. */
  because?: string;
}

/** `GET /first-steps` */
export interface FirstStepsResponse {
  /** Epoch milliseconds. */
  asOf: number;
  /** Whether every step is. */
  done: boolean;
  /** Each of `firstStepIds`, in that order. */
  steps: FirstStep[];
}
