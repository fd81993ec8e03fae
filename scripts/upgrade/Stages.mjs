import { duration } from '../lib/steps.mjs';

/** What happens while the load runs, one after the other: when each began and ended, and its outcome. */
export class Stages {
  all = [];

  constructor(say) {
    this.say = say;
  }

  /**
   * Does one thing. `mayFail`: a backend ends in it, so attempts to send may fail in it and be
   * made again; in all other stages none may.
   */
  async run(title, work, { mayFail = false } = {}) {
    const from = performance.now();
    const outcome = await work();
    const to = performance.now();
    this.all.push({ title, from, to, mayFail, outcome });
    const more = typeof outcome === 'string' ? `: ${outcome}` : '';
    this.say(`${title}, ${duration(to - from)}${more}`);
    return outcome;
  }

  /** The stages in which attempts may fail. */
  get disturbed() {
    return this.all.filter(({ mayFail }) => mayFail);
  }
}
