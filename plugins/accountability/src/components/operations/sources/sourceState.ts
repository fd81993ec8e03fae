import {
  CheckStatus,
  SourceHealth,
  VerdictStatus,
} from 'backstage-plugin-accountability-common';

/** States of a source in the order of the page, those that need a person first. */
const states = [
  'stuck',
  'quiet',
  'refused',
  'some-refused',
  'polling',
  'unreadable',
  'alive',
  'idle',
  'off',
  'ready',
] as const;

/** The one thing to know of a source first. */
export type SourceState = (typeof states)[number];

const shapes: Record<SourceState, CheckStatus> = {
  stuck: 'fail',
  quiet: 'fail',
  refused: 'fail',
  'some-refused': 'warn',
  polling: 'warn',
  unreadable: 'warn',
  alive: 'pass',
  idle: 'not-applicable',
  off: 'not-applicable',
  ready: 'unknown',
};

/** Deliveries of the last 24 hours with this verdict. */
export function deliveriesOf(
  source: SourceHealth,
  status: VerdictStatus,
): number {
  return source.verdicts.find(each => each.status === status)?.deliveries ?? 0;
}

/** Deliveries of the last 24 hours. */
export function allDeliveriesOf(source: SourceHealth): number {
  return source.verdicts.reduce((sum, { deliveries }) => sum + deliveries, 0);
}

/** The worst that is true of a source. */
export function sourceState(source: SourceHealth): SourceState {
  const { on, waiting, gap, refused, lastReceivedAt, lastRefusal } = source;
  const delivered = allDeliveriesOf(source) > 0;
  const never = lastReceivedAt === undefined;
  if (waiting?.trouble) return 'stuck';
  if (!on) return 'off';
  if (gap) return 'quiet';
  if (never && lastRefusal) return 'refused';
  if (refused > 0) return delivered ? 'some-refused' : 'refused';
  if (source.polling?.some(({ failing }) => failing > 0)) return 'polling';
  if (deliveriesOf(source, 'rejected') > 0) return 'unreadable';
  if (never) return 'ready';
  return delivered ? 'alive' : 'idle';
}

/** The shape that a state is drawn with. */
export function shapeOf(state: SourceState): CheckStatus {
  return shapes[state];
}

/** Whether somebody has to look at it. */
export function needsPerson(state: SourceState): boolean {
  return shapes[state] === 'fail' || shapes[state] === 'warn';
}

/** Those that need a person first, then by name. */
export function sortSources(sources: readonly SourceHealth[]): SourceHealth[] {
  const rank = (source: SourceHealth) => states.indexOf(sourceState(source));
  return [...sources].sort(
    (a, b) => rank(a) - rank(b) || a.source.localeCompare(b.source, 'en'),
  );
}
