/**
 * What went wrong out there:
 * - `limited`: the quota is used up, or so much of it that the rest is left to others;
 * - `refused`: the other side says no, and asking again soon helps nothing;
 * - `unreachable`: no answer, or none that could be used, after several tries;
 * - `unreadable`: an answer that is not what was asked for;
 * - `stopped`: the caller's signal ended it.
 */
export type OutsideFaultKind =
  | 'limited'
  | 'refused'
  | 'unreachable'
  | 'unreadable'
  | 'stopped';

/** Any fault of another system. Its message is a sentence for an operator and holds no credentials. */
export class OutsideFault extends Error {
  readonly name = 'OutsideFault';
  readonly kind: OutsideFaultKind;
  /** Before this instant (epoch milliseconds) asking again is of no use; absent where nobody says. */
  readonly until?: number;
  /** Status of the answer, where there was one. */
  readonly status?: number;

  constructor(
    kind: OutsideFaultKind,
    because: string,
    more: { until?: number; status?: number } = {},
  ) {
    super(because);
    this.kind = kind;
    this.until = more.until;
    this.status = more.status;
  }
}
