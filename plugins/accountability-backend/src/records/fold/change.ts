import {
  ChangeEvent,
  ChangeProvenance,
  ChangeRecord,
} from 'backstage-plugin-accountability-common';
import { firstAt } from './firstAt';
import { foldBase } from './foldBase';
import { foldReviews } from './foldReviews';
import { lastClosing } from './lastClosing';
import { lastGiven } from './lastGiven';

/** Folds a change. Merged is final; closed is not, since a closed one can be opened again. */
export function foldChange(events: readonly ChangeEvent[]): ChangeRecord {
  const merged = events.find(event => event.state === 'merged');
  const end = merged ?? lastClosing(events, 'opened', ['closed']);
  const provenance = foldProvenance(events);
  return {
    kind: 'change',
    ...foldBase(events),
    state: stateOf(merged, end),
    startedAt: firstAt(events, 'opened', end?.at) ?? events[0].at,
    endedAt: end?.at,
    origin: lastGiven(events, 'origin'),
    branch: lastGiven(events, 'branch'),
    defaultBranch: lastGiven(events, 'defaultBranch'),
    sha: lastGiven(events, 'sha'),
    headSha: lastGiven(events, 'headSha'),
    firstAuthoredAt: lastGiven(events, 'firstAuthoredAt'),
    firstCommitAt: lastGiven(events, 'firstCommitAt'),
    headCommitAt: lastGiven(events, 'headCommitAt'),
    hotfix: lastGiven(events, 'hotfix'),
    commits: lastGiven(events, 'commits'),
    files: lastGiven(events, 'files'),
    additions: lastGiven(events, 'additions'),
    deletions: lastGiven(events, 'deletions'),
    code: lastGiven(events, 'code'),
    paths: lastGiven(events, 'paths'),
    mergeMethod: lastGiven(events, 'mergeMethod'),
    author: lastGiven(events, 'author'),
    authorKind: lastGiven(events, 'authorKind'),
    sponsor: lastGiven(events, 'sponsor'),
    reviews: foldReviews(events),
    approvals: lastGiven(events, 'approvals'),
    approvalsSeen: countApprovals(events),
    machineWritten: provenance?.level ?? lastGiven(events, 'machineWritten'),
    provenance,
    bypassed: lastGiven(events, 'bypassed'),
    topics: lastGiven(events, 'topics'),
    reverts: lastGiven(events, 'reverts'),
  };
}

function stateOf(
  merged?: ChangeEvent,
  end?: ChangeEvent,
): ChangeRecord['state'] {
  if (merged) return 'merged';
  return end ? 'closed' : 'opened';
}

/** Approvals that stand: the last verdict of each review counts. Undefined where no review was told of. */
function countApprovals(events: readonly ChangeEvent[]): number | undefined {
  const verdicts = new Map<string, string>();
  for (const { review } of events) {
    // What machines say is no approval.
    if (review && review.kind !== 'bot') {
      verdicts.set(review.id, review.verdict);
    }
  }
  if (verdicts.size === 0) return undefined;
  return [...verdicts.values()].filter(verdict => verdict === 'approve').length;
}

/** Who read the commits knows more than who read the request alone. */
function foldProvenance(
  events: readonly ChangeEvent[],
): ChangeProvenance | undefined {
  const ofCommits = events.filter(({ provenance }) => provenance?.commits);
  return lastGiven(ofCommits, 'provenance') ?? lastGiven(events, 'provenance');
}
