import { epochOf } from 'backstage-plugin-accountability-node';
import { Account } from '../payloads/accountPayload';
import { contributorIn } from '../payloads/contributorIn';
import { RequestDetails } from '../payloads/requestDetails';
import { PolledApproval } from './approvalsByOthers';
import { AskedRequest } from './requestQuery';

type Review = NonNullable<RequestDetails['reviews']>[number];

const MOST = 100;

interface Given {
  /** By others, up to the merge. */
  approvals: readonly PolledApproval[];
  notes: AskedRequest['notes'];
  author: Account;
  mergedAt?: string | null;
  /** Puts what is known of a user beside its name. */
  accountOf(user: Account | null | undefined): Account | undefined;
}

/**
 * Reviews by others that stand as of the merge: approvals, and remarks of those
 * who did not approve. Undefined where GitLab does not say when somebody
 * approved. How many remarks came with each is told only where all are known.
 */
export function reviewsOf(given: Given): Review[] | undefined {
  const { approvals, notes, accountOf } = given;
  const remarks = remarksOf(given);
  const approved = approvals.flatMap(({ user, approved_at: told }) => {
    const at = epochOf(told);
    if (at === undefined) return [];
    return [
      {
        ...contributorIn(accountOf(user)),
        verdict: 'approve' as const,
        at: new Date(at).toISOString(),
        comments: countOf(notes, remarks.get(keyOf(user))?.length ?? 0),
      },
    ];
  });
  if (approved.length < approvals.length) return undefined;
  const approvers = new Set(approvals.map(({ user }) => keyOf(user)));
  const others = [...remarks]
    .filter(([name]) => !approvers.has(name))
    .map(([username, times]) => ({
      ...contributorIn(accountOf({ username })),
      verdict: 'comment' as const,
      at: times[times.length - 1],
      comments: countOf(notes, times.length),
    }));
  return [...approved, ...others].slice(0, MOST);
}

/** When each of the others remarked something before the merge, by name. */
function remarksOf({ notes, author, mergedAt }: Given): Map<string, string[]> {
  const remarks = new Map<string, string[]>();
  const until = epochOf(mergedAt) ?? Infinity;
  for (const { system, createdAt, author: by } of notes?.nodes ?? []) {
    const at = epochOf(createdAt);
    const name = keyOf(by);
    if (system || !name || name === keyOf(author)) continue;
    if (at === undefined || at > until) continue;
    remarks.set(
      name,
      [...(remarks.get(name) ?? []), new Date(at).toISOString()].sort(),
    );
  }
  return remarks;
}

function countOf(notes: Given['notes'], counted: number): number | undefined {
  return !notes || notes.pageInfo.hasNextPage ? undefined : counted;
}

function keyOf(user: Account | null | undefined): string {
  return user?.username?.toLowerCase() ?? '';
}
