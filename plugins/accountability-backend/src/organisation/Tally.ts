import { Candidate } from './Candidate';

/** Counts of one owner's results, by what they are of. */
export class Tally {
  readonly counted: Uint32Array;
  readonly all: Uint32Array;
  readonly since: Float64Array;
  readonly seconds: Float64Array;

  constructor(size: number) {
    this.counted = new Uint32Array(size);
    this.all = new Uint32Array(size);
    this.since = new Float64Array(size).fill(Infinity);
    this.seconds = new Float64Array(size);
  }

  /** One result more that is counted. */
  count(of: number, since: number): void {
    this.counted[of]++;
    this.all[of]++;
    if (since < this.since[of]) this.since[of] = since;
  }

  /** What was counted of one thing. */
  candidate(of: number, owner?: string): Candidate {
    return {
      ...(owner !== undefined && { owner }),
      of,
      results: this.counted[of],
      applicable: this.all[of],
      since: this.since[of],
      hoursPerDay: 0,
      severity: -1,
    };
  }
}
