import { ChangeRecord } from '../records/serviceRecord';

/** An approval by a person other than whoever stands for the change. */
export interface Approval {
  /** A key; absent where the source does not say, or where it is kept no longer. */
  by?: string;
  /** Epoch milliseconds. */
  at: number;
  comments?: number;
}

/**
 * Approvals by people other than the author and the sponsor, each person's last
 * up to the merge. Undefined where no review was told of one by one, then
 * `approvals` may still count them; and where the only ones are of accounts
 * that are gone, which may have been machines or the author.
 */
export function approvalsOf(change: ChangeRecord): Approval[] | undefined {
  if (change.reviews === undefined) return undefined;
  const until = change.endedAt ?? Infinity;
  const standing = new Map<string, Approval & { verdict: string }>();
  let ofNobody = false;
  change.reviews.forEach(({ by, kind, verdict, at, comments }, index) => {
    if (kind === 'bot' || at > until || verdict === 'comment') return;
    if (by === undefined && kind === undefined) {
      ofNobody ||= verdict === 'approve';
      return;
    }
    if (by !== undefined && [change.author, change.sponsor].includes(by)) {
      return;
    }
    standing.set(by ?? `review ${index}`, { by, at, comments, verdict });
  });
  const approvals = [...standing.values()]
    .filter(({ verdict }) => verdict === 'approve')
    .map(({ verdict: _, ...approval }) => approval);
  return approvals.length === 0 && ofNobody ? undefined : approvals;
}
