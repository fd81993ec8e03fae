import { ExampleDelivery } from 'backstage-plugin-accountability-node/testUtils';
import {
  anybody,
  minute,
  repository,
  robot,
  sha,
  somebody,
  webhook,
} from './webhook';

const request = {
  number: 12,
  state: 'open',
  title: 'Pay faster, as @somebody wished',
  body: 'Written by some.body@example.org',
  html_url: 'https://github.com/Acme/Payments/pull/12',
  created_at: minute(0),
  updated_at: minute(0),
  closed_at: null,
  merged_at: null,
  // The commit that a merge would make.
  merge_commit_sha: sha('0'),
  base: { ref: 'main' },
  head: { ref: 'somebody/faster', sha: sha('1') },
  user: somebody,
  commits: 1,
  additions: 10,
  deletions: 2,
  changed_files: 3,
};

const merged = {
  state: 'closed',
  updated_at: minute(15),
  closed_at: minute(15),
  merged_at: minute(15),
  merge_commit_sha: sha('2'),
  merged_by: anybody,
  commits: 2,
  additions: 20,
};

const ofRequest = (name: string, action: string, given: object) =>
  webhook(name, 'pull_request', {
    action,
    number: 12,
    pull_request: { ...request, ...given },
  });

const requests = [
  ofRequest('a request is merged, told before it was opened', 'closed', merged),
  ofRequest('a request is opened', 'opened', {}),
  ofRequest('the request grows', 'synchronize', {
    updated_at: minute(3),
    commits: 2,
    additions: 20,
  }),
  ofRequest('the request is closed', 'closed', {
    state: 'closed',
    updated_at: minute(6),
    closed_at: minute(6),
  }),
  ofRequest('the request is opened again', 'reopened', {
    updated_at: minute(7),
  }),
  ofRequest('the request gets another title once it was merged', 'edited', {
    ...merged,
    updated_at: minute(40),
    title: 'Pay much faster',
  }),
  ofRequest('a request that undoes another is merged', 'closed', {
    ...merged,
    number: 13,
    title: 'Revert "Pay faster"',
    body: 'Reverts Acme/Payments#12',
    merge_commit_sha: sha('3'),
  }),
];

const review = (name: string, action: string, given: object) =>
  webhook(name, 'pull_request_review', {
    action,
    review: {
      id: 70,
      state: 'approved',
      submitted_at: minute(9),
      body: 'Well done, @somebody',
      user: anybody,
      ...given,
    },
    pull_request: { ...request, updated_at: minute(10) },
  });

const reviews = [
  review('the approval is dismissed, told before it was given', 'dismissed', {
    state: 'dismissed',
  }),
  review('somebody else approves', 'submitted', {}),
  review('somebody else approves after the dismissal', 'submitted', {
    id: 71,
    submitted_at: minute(12),
  }),
  review('somebody else asks for changes', 'submitted', {
    id: 72,
    state: 'changes_requested',
    submitted_at: minute(4),
  }),
  review('the author comments', 'submitted', {
    id: 73,
    state: 'commented',
    user: somebody,
  }),
  review('a machine approves', 'submitted', { id: 74, user: robot }),
];

const pushed = (name: string, given: object) => {
  const { body, ...delivery } = webhook(name, 'push', {});
  return {
    ...delivery,
    body: {
      ref: 'refs/heads/main',
      before: sha('4'),
      after: sha('5'),
      created: false,
      deleted: false,
      forced: false,
      compare: 'https://github.com/Acme/Payments/compare/4...5',
      commits: [{ id: sha('5'), author: somebody }],
      head_commit: {
        id: sha('5'),
        message: 'Mend it at once\n\nFor some.body@example.org',
        timestamp: '2026-11-20T10:00:00+01:00',
        author: somebody,
      },
      pusher: somebody,
      ...given,
      // 12:20:00
      repository: { ...repository, pushed_at: 1795436400 },
    },
  };
};

const pushes = [
  pushed('somebody pushes straight to the default branch', {}),
  pushed('the merge of a request is pushed', {
    after: sha('2'),
    head_commit: {
      id: sha('2'),
      message: 'Merge pull request #12 from somebody/faster',
    },
  }),
  pushed('somebody pushes to a branch of theirs', {
    ref: 'refs/heads/somebody/faster',
  }),
  pushed('a tag is pushed', { ref: 'refs/tags/v4.5' }),
  pushed('a branch is deleted', {
    deleted: true,
    after: sha('0'),
    commits: [],
    head_commit: null,
  }),
  pushed('the branch is moved back', { forced: true, commits: [] }),
];

/** Requests with their reviews, and pushes: out of order, and odd ones among them. */
export const aboutChanges: ExampleDelivery[] = [
  ...requests,
  ...reviews,
  ...pushes,
];
