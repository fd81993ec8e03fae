import { RecordEventInput } from 'backstage-plugin-accountability-common';
import {
  CollectorResult,
  defineCollector,
  isHotfix,
} from 'backstage-plugin-accountability-node';
import { branchOf } from '../payloads/branchOf';
import { RequestPayload, requestPayload } from '../payloads/requestPayload';
import { slugOf } from '../payloads/slugOf';
import { requireTime } from '../payloads/times';
import { requestId, undoneBy } from '../payloads/undoneBy';

type ChangeEvent = Extract<RecordEventInput, { kind: 'change' }>;
type Request = RequestPayload['object_attributes'];

const approvals = new Map<string, 'approve' | 'withdraw'>([
  ['approval', 'approve'],
  ['approved', 'approve'],
  ['unapproval', 'withdraw'],
  ['unapproved', 'withdraw'],
]);

/** A merge request was opened, changed, approved, closed or merged. */
export const mergeRequest = defineCollector({
  event: 'merge_request',
  schema: requestPayload,
  collect: payload => {
    const { action = 'update' } = payload.object_attributes;
    const verdict = payload.object_attributes.system_action?.includes(
      'approvals_reset',
    )
      ? 'withdraw'
      : approvals.get(action);
    return verdict ? reviewed(payload, verdict) : moved(payload, action);
  },
});

function moved(payload: RequestPayload, action: string): CollectorResult {
  const step = stepOf(payload.object_attributes, action);
  return step
    ? told(payload, { ...changeOf(payload), ...step })
    : {
        ignored:
          'The request is over, and what is changed of it afterwards moves nothing',
      };
}

/** What happened, and when. Webhooks say neither when it was merged nor when closed, but that it was just now. */
function stepOf(
  request: Request,
  action: string,
): Pick<ChangeEvent, 'state' | 'at' | 'sha'> | undefined {
  const { state, merged_at: mergedAt, closed_at: closedAt } = request;
  if (action === 'merge' || mergedAt !== undefined) {
    const at = requireTime(mergedAt ?? request.updated_at);
    return { state: 'merged', at, sha: mergedSha(request) };
  }
  if (action === 'close' || (state === 'closed' && closedAt !== undefined)) {
    return { state: 'closed', at: requireTime(closedAt ?? request.updated_at) };
  }
  if (action === 'open') return { state: 'opened', at: request.created_at };
  return action === 'reopen' || state === 'opened'
    ? { state: 'opened', at: requireTime(request.updated_at) }
    : undefined;
}

/**
 * That somebody approves stands as one review a request, whoever and however
 * many they are: who took an approval back GitLab does not say where a push
 * did it, and the people would have to be told apart for more.
 */
function reviewed(
  payload: RequestPayload,
  verdict: 'approve' | 'withdraw',
): CollectorResult {
  const { object_attributes: request } = payload;
  const isReset = request.system && verdict === 'withdraw';
  const ignored = isReset ? undefined : noReview(payload);
  if (ignored) return { ignored };
  return told(payload, {
    ...changeOf(payload),
    state: 'reviewed',
    at: requireTime(request.updated_at),
    review: { id: 'approval', verdict },
  });
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
  return user.isMachine ? 'A machine approves, and no person' : undefined;
}

/** An event, and besides it that the request was opened: that event may have been lost, or come before the webhook was. */
function told(payload: RequestPayload, event: ChangeEvent): CollectorResult {
  const { kind, record, subject, origin } = event;
  const at = payload.object_attributes.created_at;
  if (event.state === 'opened' && event.at === at) return { events: [event] };
  return {
    events: [{ kind, record, subject, origin, state: 'opened', at }, event],
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
    hotfix: isHotfix([
      request.source_branch,
      ...(request.labels ?? []).map(label => label.title),
    ]),
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
