import { RecordEventInput } from 'backstage-plugin-accountability-common';
import {
  CollectorResult,
  isMachine,
} from 'backstage-plugin-accountability-node';
import { branchOf } from './branchOf';
import { mergeMethodOf } from './mergeMethodOf';
import { RequestPayload } from './requestPayload';
import { reviewsTold } from './reviewsTold';
import { slugOf } from './slugOf';
import { requireTime } from './times';
import { requestId, undoneBy } from './undoneBy';

type ChangeInput = Extract<RecordEventInput, { kind: 'change' }>;
type Request = RequestPayload['object_attributes'];

const approvals = new Map<string, 'approve' | 'withdraw'>([
  ['approval', 'approve'],
  ['approved', 'approve'],
  ['unapproval', 'withdraw'],
  ['unapproved', 'withdraw'],
]);

/** What a payload tells of a merge request. `made` is what else is known of it. */
export function requestEvents(
  payload: RequestPayload,
  made: Partial<ChangeInput>,
): CollectorResult {
  const { action = 'update', system_action: bySystem } =
    payload.object_attributes;
  const verdict = bySystem?.includes('approvals_reset')
    ? 'withdraw'
    : approvals.get(action);
  const base = { ...made, ...changeOf(payload) };
  return verdict
    ? reviewed(payload, { base, verdict })
    : moved(payload, { base, action });
}

type Base = Partial<ChangeInput> & ReturnType<typeof changeOf>;

function moved(
  payload: RequestPayload,
  { base, action }: { base: Base; action: string },
): CollectorResult {
  const step = stepOf(payload.object_attributes, action);
  return step
    ? told(payload, [{ ...base, ...step }])
    : {
        ignored:
          'The request is over, and what is changed of it afterwards moves nothing',
      };
}

/** What happened, and when. Webhooks say neither when it was merged nor when closed, but that it was just now. */
function stepOf(
  request: Request,
  action: string,
): Pick<ChangeInput, 'state' | 'at' | 'sha' | 'mergeMethod'> | undefined {
  const { state, merged_at: mergedAt, closed_at: closedAt } = request;
  if (action === 'merge' || mergedAt !== undefined) {
    return {
      state: 'merged',
      at: requireTime(mergedAt ?? request.updated_at),
      sha: mergedSha(request),
      mergeMethod: mergeMethodOf(request),
    };
  }
  if (action === 'close' || (state === 'closed' && closedAt !== undefined)) {
    return { state: 'closed', at: requireTime(closedAt ?? request.updated_at) };
  }
  if (action === 'open') return { state: 'opened', at: request.created_at };
  return action === 'reopen' || state === 'opened'
    ? { state: 'opened', at: requireTime(request.updated_at) }
    : undefined;
}

function reviewed(
  payload: RequestPayload,
  { base, verdict }: { base: Base; verdict: 'approve' | 'withdraw' },
): CollectorResult {
  const { object_attributes: request } = payload;
  const isReset = request.system && verdict === 'withdraw';
  const ignored = isReset ? undefined : noReview(payload);
  if (ignored) return { ignored };
  const at = requireTime(request.updated_at);
  return told(
    payload,
    reviewsTold(payload, verdict).map(review => ({
      ...base,
      state: 'reviewed',
      at,
      review,
    })),
  );
}

/** Why an approval is not one by a person other than the author; undefined where it is. */
function noReview({
  object_attributes: { author_id: author },
  user,
}: RequestPayload): string | undefined {
  if (user?.id === undefined || author === undefined) {
    return 'It does not say whether it was somebody other than the author';
  }
  if (user.id === author) {
    return 'What authors think of their own requests is no review';
  }
  return isMachine({ host: 'gitlab', name: user.username })
    ? 'A machine approves, and no person'
    : undefined;
}

/** Events, and besides them that the request was opened: that event may have been lost, or come before the webhook was. */
function told(
  payload: RequestPayload,
  events: ChangeInput[],
): { events: ChangeInput[] } {
  const [{ kind, record, subject, origin, state, at: first }] = events;
  const at = payload.object_attributes.created_at;
  if (state === 'opened' && first === at) return { events };
  return {
    events: [{ kind, record, subject, origin, state: 'opened', at }, ...events],
  };
}

function changeOf({ object_attributes: request, project }: RequestPayload) {
  const slug = slugOf(project);
  return {
    kind: 'change' as const,
    origin: 'request' as const,
    record: requestId(slug, request.iid),
    subject: `gitlab:${slug}`,
    title: request.title,
    url: request.url,
    headSha: request.last_commit?.id,
    headCommitAt: request.last_commit?.timestamp,
    reverts: undoneBy(request.description, slug),
    ...branchOf(request.target_branch, project.default_branch),
  };
}

/**
 * The commit that came to the branch. A fast-forward has no commit of its own:
 * it is the request's last, unless that was squashed, which GitLab says in none
 * of its webhooks so far.
 */
function mergedSha(request: Request): string | undefined {
  return (
    request.merge_commit_sha ??
    request.squash_commit_sha ??
    (request.squash ? undefined : request.last_commit?.id)
  );
}
