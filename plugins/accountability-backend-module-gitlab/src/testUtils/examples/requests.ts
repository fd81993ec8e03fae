import { iso, project, somebody, utc, webhook } from './webhook';

const author = { ...somebody, id: 50, username: 'somebody-first' };

interface Told {
  action?: string;
  state?: string;
  minute: number;
  user?: object;
  attributes?: object;
}

const request = (
  name: string,
  { action, state, minute, user, attributes }: Told,
) =>
  webhook(name, 'Merge Request Hook', {
    object_kind: 'merge_request',
    event_type: 'merge_request',
    user: user ?? somebody,
    project,
    object_attributes: {
      id: 99,
      iid: 1,
      author_id: author.id,
      assignee_ids: [somebody.id],
      source_branch: 'somebody/fees',
      target_branch: 'main',
      title: 'Charge fees, says @somebody',
      description: 'Asked for by somebody@example.com',
      state: state ?? 'opened',
      created_at: iso(0),
      updated_at: utc(minute),
      url: `${project.web_url}/-/merge_requests/1`,
      merge_commit_sha: null,
      last_commit: {
        id: 'da1560886d4f094c3e6c9ef40349f7d38b5d27d7',
        message: 'Charge fees',
        author: { name: 'Somebody Else', email: 'somebody@example.com' },
      },
      ...(action && { action }),
      ...attributes,
    },
    assignees: [somebody],
    reviewers: [somebody],
  });

/** One that is closed, opened again, approved and merged, and others that undo it. */
export const requests = [
  request('a request is opened', { action: 'open', minute: 0, user: author }),
  request('the request is merged, told before anything else of it', {
    action: 'merge',
    state: 'merged',
    minute: 50,
    attributes: { merge_commit_sha: 'b'.repeat(40) },
  }),
  request('the author approves the request', {
    action: 'approved',
    minute: 5,
    user: author,
  }),
  request('somebody else approves the request', {
    action: 'approved',
    minute: 10,
  }),
  request('a push takes the approval back', {
    action: 'unapproved',
    minute: 12,
    user: author,
    attributes: { system: true, system_action: 'approvals_reset_on_push' },
  }),
  request('the request is closed', {
    action: 'close',
    state: 'closed',
    minute: 20,
  }),
  request('the request is opened again', { action: 'reopen', minute: 30 }),
  request('the request gets another title', {
    action: 'update',
    minute: 35,
    attributes: { title: 'Charge fees' },
  }),
  request('somebody else approves the request again', {
    action: 'approval',
    minute: 40,
  }),
  request('the merged request gets a label', {
    action: 'update',
    state: 'merged',
    minute: 55,
  }),
  request('a request that undoes the first is fast-forwarded', {
    action: 'merge',
    state: 'merged',
    minute: 70,
    attributes: {
      iid: 2,
      title: 'Revert "Charge fees"',
      description: 'This reverts merge request !1',
    },
  }),
  request('a request to a branch of somebody, by a system hook', {
    minute: 71,
    user: { name: 'Somebody Else', username: 'somebody' },
    attributes: { iid: 3, target_branch: 'somebody/base' },
  }),
  request('somebody who is no reviewer approves the request', {
    action: 'approval',
    minute: 41,
    user: { id: 52, username: 'somebody-more', name: 'Somebody More' },
  }),
  request('somebody takes an approval back', {
    action: 'unapproval',
    minute: 42,
  }),
  request('a machine asks for a request', {
    action: 'open',
    minute: 0,
    user: { id: 53, username: 'project_7_bot_1a2b', name: 'Renewals' },
    attributes: {
      iid: 5,
      author_id: 53,
      source_branch: 'codex/PAY-12-somebody',
      title: 'pay-12: renew what is old',
      description: 'Asked for by @somebody',
      labels: [{ title: 'codex' }],
    },
  }),
];
