import { readQuota } from './readQuota';
import { readRetryAfter } from './readRetryAfter';

/** GitHub asks for a minute where it names no time. */
const UNSAID_WAIT_MS = 60_000;

const SECONDARY = /secondary rate limit|abuse detection|rate limit exceeded/i;

/**
 * Whether an answer says that the quota is used up, and until when: 429, and
 * GitHub's 403 for its secondary limits. Undefined where it says no such
 * thing: a plain 403 is a refusal.
 */
export function readLimit(
  answer: { status: number; headers: Headers; says: string },
  now: number,
): number | undefined {
  const { status, headers, says } = answer;
  if (status !== 429 && status !== 403) return undefined;
  const retryAt = readRetryAfter(headers, now);
  const quota = readQuota(headers, now);
  const used = quota?.remaining === 0 ? quota.resetAt : undefined;
  const isLimit =
    status === 429 ||
    retryAt !== undefined ||
    used !== undefined ||
    SECONDARY.test(says);
  return isLimit ? retryAt ?? used ?? now + UNSAID_WAIT_MS : undefined;
}
