import {
  CheckStatus,
  ReferenceHealth,
  ReferenceId,
} from 'backstage-plugin-accountability-common';

const DAY = 86_400_000;

/** States in the order of the page, those that need a person first. */
const states = [
  'failing',
  'unrenewed',
  'partly',
  'old',
  'waiting',
  'good',
  'off',
] as const;

/** The one thing to know first of what is looked up outside. */
export type ReferenceView = (typeof states)[number];

const shapes: Record<ReferenceView, CheckStatus> = {
  failing: 'fail',
  unrenewed: 'warn',
  partly: 'warn',
  old: 'warn',
  waiting: 'unknown',
  good: 'pass',
  off: 'not-applicable',
};

/** Past these ages a list is old, milliseconds. KEV and EPSS are made anew almost every day; ends of life are known months ahead. */
export const oldAfterMs: Partial<Record<ReferenceId, number>> = {
  kev: 7 * DAY,
  epss: 7 * DAY,
  lifecycles: 90 * DAY,
};

/** Whether the list in force was made too long ago. */
export function isOld({ id, asOf }: ReferenceHealth, now: number): boolean {
  const limit = oldAfterMs[id];
  return asOf !== undefined && limit !== undefined && now - asOf > limit;
}

/** The worst that is true of it. */
export function referenceState(
  reference: ReferenceHealth,
  now: number,
): ReferenceView {
  const { state, failing, entries = 0, absent = 0 } = reference;
  if (state === 'failing') {
    if (entries + absent === 0) return 'failing';
    return failing === undefined ? 'unrenewed' : 'partly';
  }
  if (state === 'good' && isOld(reference, now)) return 'old';
  return state;
}

/** The shape that a state is drawn with. */
export function shapeOf(state: ReferenceView): CheckStatus {
  return shapes[state];
}

/** Whether somebody has to look at it. */
export function needsPerson(state: ReferenceView): boolean {
  return shapes[state] === 'fail' || shapes[state] === 'warn';
}

/** Those that need a person first, then in their order. */
export function sortReferences(
  references: readonly ReferenceHealth[],
  now: number,
): ReferenceHealth[] {
  const rank = (one: ReferenceHealth) =>
    states.indexOf(referenceState(one, now));
  return [...references].sort((a, b) => rank(a) - rank(b));
}
