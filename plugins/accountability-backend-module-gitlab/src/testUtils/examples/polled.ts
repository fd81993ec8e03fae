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

/** A request that webhooks tell of too, counted before and after an approval more by an earlier release, one that cannot be counted, and one with all that is known now. */
export const polled = [
  request(1, 58, { approvals: 2 }),
  request(1, 56, { approvals: 1 }),
  request(4, 60, {}),
  request(6, 62, {
    details: {
      author: 'gitlab:somebody-first',
      authorKind: 'person',
      approvals: 1,
      commits: 2,
      files: 1,
      additions: 40,
      deletions: 12,
      code: { files: 1, sources: 1, tests: 0, additions: 40, deletions: 12 },
      paths: ['src/fees.ts'],
      firstAuthoredAt: iso(1),
      firstCommitAt: iso(2),
      headCommitAt: iso(30),
      topics: ['PAY-7'],
      reviews: [
        {
          by: 'gitlab:somebody',
          kind: 'person',
          verdict: 'approve',
          at: iso(45),
          comments: 3,
        },
      ],
      provenance: {
        level: 'declared',
        tools: ['Claude Code'],
        fraction: 0.5,
        commits: 2,
        automation: false,
        suggestions: false,
        none: false,
        signedByTool: false,
        evidence: [
          {
            marker: 'claude-code.co-author',
            tool: 'Claude Code',
            level: 'declared',
            role: 'author',
            text: 'Co-authored-by: Claude <noreply@anthropic.com>',
          },
        ],
      },
    },
  }),
];
