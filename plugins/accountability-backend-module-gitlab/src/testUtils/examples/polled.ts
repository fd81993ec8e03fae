import { iso, project, webhook } from './webhook';

const request = (iid: number, minute: number, more: object) =>
  webhook(`request ${iid} is polled at ${minute}`, 'Merge Request Hook', {
    object_kind: 'poll.merge_request',
    object_attributes: {
      iid,
      action: 'merge',
      state: 'merged',
      target_branch: 'main',
      title: 'Charge fees, says @somebody',
      created_at: iso(0),
      updated_at: iso(minute),
      merged_at: iso(50),
      merge_commit_sha: 'b'.repeat(40),
      url: `${project.web_url}/-/merge_requests/${iid}`,
    },
    project,
    ...more,
  });

/** A request that webhooks tell of too, counted before and after an approval more, and one that cannot be counted. */
export const polled = [
  request(1, 58, { approvals: 2 }),
  request(1, 56, { approvals: 1 }),
  request(4, 60, {}),
];
