import { ChangeRecord } from '../records/serviceRecord';
import { approvalsOf } from './approvalsOf';

const HOUR = 3_600_000;

/** Smaller changes are read at a glance. */
export const leastReviewedLines = 50;

/** Lines an hour beyond which reviewers find less than average (SmartBear and Cisco, 2,500 reviews). */
export const fastestReading = 500;

/** Lines that a reviewer has to read; undefined where nobody told. */
export function linesToReview(change: ChangeRecord): number | undefined {
  const { additions, deletions } = change.code ?? change;
  return additions === undefined || deletions === undefined
    ? undefined
    : additions + deletions;
}

/**
 * Whether a change of 50 lines or more was approved without a remark and faster
 * than anybody reads: in no more than its lines at 500 an hour, from the last
 * commit or the request on. A hint, since elapsed time is not reading time.
 * Undefined where it is no such change or not enough is known.
 */
export function isRubberStamp(change: ChangeRecord): boolean | undefined {
  const lines = linesToReview(change);
  const approvals = approvalsOf(change);
  if (lines === undefined || lines < leastReviewedLines) return undefined;
  if (!approvals || approvals.length === 0) return undefined;
  const remarks = (change.reviews ?? [])
    .filter(({ kind, by }) => kind !== 'bot' && by !== change.author)
    .map(({ comments }) => comments);
  if (remarks.some(count => count !== undefined && count > 0)) return false;
  if (remarks.includes(undefined)) return undefined;
  const last = Math.max(...approvals.map(({ at }) => at));
  const hours = Math.max(last - readableSince(change, last), 0) / HOUR;
  return lines > fastestReading * hours;
}

/** Since when what was approved could be read; a commit that came after the approval was not approved. */
function readableSince(change: ChangeRecord, approvedAt: number): number {
  const { startedAt, headCommitAt = startedAt } = change;
  return headCommitAt <= approvedAt
    ? Math.max(startedAt, headCommitAt)
    : startedAt;
}
