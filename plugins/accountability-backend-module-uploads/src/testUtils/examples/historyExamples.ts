import { UploadExample } from '../UploadExample';
import { uploadHeaders } from '../uploadHeaders';

const written = {
  at: '2026-11-20T09:00:00.000Z',
  authoredAt: '2026-11-19T09:00:00.000Z',
  email: 'somebody@example.org',
  committerEmail: 'somebody@example.org',
  message: 'Add refunds',
  lines: 12,
};

/** A merge of a request with two commits, one of them a machine's. */
export const mergedLine = {
  sha: 'a'.repeat(40),
  at: '2026-11-20T10:00:00.000Z',
  method: 'merge',
  number: 12,
  title: 'PAY-7: Refunds',
  files: [
    { path: 'src/refunds.ts', additions: 30, deletions: 2 },
    { path: 'src/refunds.test.ts', additions: 10, deletions: 0 },
    { path: 'yarn.lock', additions: 400, deletions: 3 },
    { path: 'docs/refunds.png' },
  ],
  commits: [
    written,
    {
      ...written,
      at: '2026-11-20T09:30:00.000Z',
      message:
        'Test refunds\n\nCo-authored-by: <noreply@anthropic.com>\nReviewed-by: <somebody@example.org>',
      lines: 36,
    },
  ],
};

/** A squash, as GitHub makes it of a request. */
export const squashedLine = {
  sha: 'b'.repeat(40),
  at: '2026-11-20T11:00:00.000Z',
  method: 'squash',
  number: 13,
  title: 'Refund in parts (#13)',
  files: [{ path: 'src/refunds.ts', additions: 5, deletions: 1 }],
  commits: [
    {
      ...written,
      at: '2026-11-20T11:00:00.000Z',
      authoredAt: '2026-11-20T11:00:00.000Z',
      email: '123+somebody@users.noreply.github.com',
      committerEmail: 'noreply@github.com',
      message:
        'Refund in parts (#13)\n\n* Refund\n\n* Test\n\nCo-authored-by: <noreply@anthropic.com>',
      lines: 6,
    },
  ],
};

/** A commit straight to the branch. */
export const pushedLine = {
  sha: 'c'.repeat(40),
  at: '2026-11-20T12:00:00.000Z',
  method: 'other',
  title: 'Revert "Refund in parts (#13)"',
  files: [{ path: 'src/refunds.ts', additions: 1, deletions: 5 }],
  commits: [
    {
      ...written,
      at: '2026-11-20T12:00:00.000Z',
      authoredAt: '2026-11-20T12:00:00.000Z',
      message: `Revert "Refund in parts (#13)"\n\nThis reverts commit ${'b'.repeat(
        40,
      )}.`,
      lines: 6,
    },
  ],
};

/** The changes of a branch, as the command line reads them from a clone. */
export const historyExamples: UploadExample[] = [
  {
    source: 'git-log',
    name: 'a merge, a squash and a commit',
    headers: uploadHeaders({ sha: undefined }),
    body: [mergedLine, squashedLine, pushedLine]
      .map(line => JSON.stringify(line))
      .join('\n'),
  },
  {
    source: 'git-log',
    name: 'the same request again',
    headers: uploadHeaders({ sha: undefined, branch: undefined }),
    body: JSON.stringify(mergedLine),
  },
];
