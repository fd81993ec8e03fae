import { readQuota } from './readQuota';

/**
 * How much of a quota may be used: the rest is left to others that use the
 * same credentials. It knows what the last answers said and nothing else, so
 * the first request after a start goes through.
 */
export class RateBudget {
  private blocked?: number;

  /** `leave`: share of the quota, 0 to 1, that is left to others. */
  constructor(private readonly leave: number) {}

  /** Until when nothing may be asked for; undefined where something may. */
  blockedUntil(now: number): number | undefined {
    if (this.blocked !== undefined && this.blocked <= now) {
      this.blocked = undefined;
    }
    return this.blocked;
  }

  /** Takes note of the quota that an answer's headers tell of. */
  note(headers: Headers, now: number): void {
    const quota = readQuota(headers, now);
    if (quota && quota.remaining <= Math.floor(quota.limit * this.leave)) {
      this.block(quota.resetAt);
    }
  }

  /** Asks for nothing until then. */
  block(until: number): void {
    this.blocked = Math.max(this.blocked ?? until, until);
  }
}
