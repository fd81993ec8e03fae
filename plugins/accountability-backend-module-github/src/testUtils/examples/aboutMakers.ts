import { ExampleDelivery } from 'backstage-plugin-accountability-node/testUtils';
import { anybody, minute, repository, robot, sha, webhook } from './webhook';

const merged = {
  state: 'closed',
  html_url: 'https://github.com/Acme/Payments/pull/14',
  created_at: minute(0),
  updated_at: minute(15),
  closed_at: minute(15),
  merged_at: minute(15),
  base: { ref: 'main' },
  commits: 2,
  additions: 20,
  deletions: 2,
  changed_files: 3,
};

const polled = (name: string, type: string, body: object): ExampleDelivery => ({
  name,
  headers: { 'x-github-event': `poll.${type}` },
  body: { ...body, repository },
});

const provenance = {
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
};

/** Who and what made changes: machines for people, people with machines, and round the rules. */
export const aboutMakers: ExampleDelivery[] = [
  webhook('a machine asks for a change for somebody', 'pull_request', {
    action: 'closed',
    pull_request: {
      ...merged,
      number: 14,
      title: 'PAY-7: pay again',
      body: 'Link to Devin session: https://app.devin.ai/sessions/1\nRequested by: @anybody',
      merge_commit_sha: sha('6'),
      head: { ref: 'codex/somebody-pays' },
      user: robot,
      assignees: [robot],
    },
  }),
  polled(
    'a request as the poller fetched it, with all of its approvals',
    'pull_request',
    {
      pull_request: {
        ...merged,
        number: 12,
        title: 'Pay faster',
        updated_at: undefined,
        merge_commit_sha: sha('2'),
        user: { login: 'somebody', type: 'User' },
      },
      approvals: 1,
      reviews: [
        {
          user: { login: anybody.login, type: anybody.type },
          verdict: 'approve',
          submitted_at: minute(12),
          comments: 3,
        },
        {
          user: { login: 'robot', type: 'Bot' },
          verdict: 'comment',
          submitted_at: minute(4),
          comments: 1,
        },
      ],
      merge_method: 'merge',
      topics: ['PAY-7'],
      files: [
        { path: 'src/pay.ts', additions: 12, deletions: 2 },
        { path: 'src/pay.test.ts', additions: 8, deletions: 0 },
        { path: 'yarn.lock', additions: 0, deletions: 0 },
      ],
      provenance,
    },
  ),
  polled('the merge of a request went round a ruleset', 'rule_suite', {
    rule_suite: {
      id: 21,
      after_sha: sha('2'),
      ref: 'refs/heads/main',
      pushed_at: minute(15),
      result: 'bypass',
    },
  }),
];
