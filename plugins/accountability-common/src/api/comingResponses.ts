import { DueItem, DuePlace } from './dueResponses';

/** What may come up of many services at once. */
export const comingKinds = [
  'exemption-ending',
  'attestation',
  'campaign',
  'enforcement',
] as const;

/** See `comingKinds`. */
export type ComingKind = (typeof comingKinds)[number];

/** Something with a date in the next 60 days; exemptions and attestations week by week. */
export interface ComingItem
  extends Pick<DueItem, 'id' | 'title' | 'dueAt' | 'todo'> {
  kind: ComingKind;
  /** Where it is seen, if there is one place for it. */
  where?: DuePlace;
}

/** `GET /organisation/coming`: what comes up for the services asked about, the soonest first. */
export interface ComingResponse {
  asOf: number;
  /** Up to then, epoch milliseconds. */
  until: number;
  items: ComingItem[];
}
