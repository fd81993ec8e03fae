import { project, webhook } from './webhook';

const head = '7'.repeat(40);

const commit = (id: string, timestamp: string, message: string) => ({
  id,
  message,
  title: message,
  timestamp,
  url: `${project.web_url}/-/commit/${id}`,
  author: { name: 'Somebody Else', email: 'somebody@example.com' },
  added: [],
  modified: ['src/fees.ts'],
  removed: [],
});

const push = (name: string, body: object) =>
  webhook(name, 'Push Hook', {
    object_kind: 'push',
    event_name: 'push',
    before: '6'.repeat(40),
    after: head,
    ref: 'refs/heads/main',
    user_id: 51,
    user_name: 'Somebody Else',
    user_username: 'somebody',
    user_email: 'somebody@example.com',
    project,
    commits: [
      commit(head, '2026-11-23T12:00:00+02:00', 'Fix fees\n\nFor @somebody'),
      commit('8'.repeat(40), '2026-11-23T11:30:00+02:00', 'Try'),
    ],
    total_commits_count: 2,
    ...body,
  });

/** To the default branch and elsewhere. */
export const pushes = [
  push('somebody pushes to the default branch', {}),
  push('somebody pushes to a branch', { ref: 'refs/heads/somebody/fees' }),
  push('a branch is taken away', { after: '0'.repeat(40), commits: [] }),
  push('the default branch is moved back', {
    after: '6'.repeat(40),
    commits: [],
    total_commits_count: 0,
  }),
  push('the merge of a request is pushed, by a system hook', {
    object_kind: undefined,
    after: 'b'.repeat(40),
    commits: [
      commit(
        'b'.repeat(40),
        '2026-11-23T10:50:00+00:00',
        "Merge branch 'somebody/fees' into 'main'",
      ),
    ],
    total_commits_count: 1,
  }),
  push('a push of which GitLab does not list every commit', {
    after: '9'.repeat(40),
    commits: [commit('9'.repeat(40), '2026-11-23T12:20:00+02:00', 'PAY-7 Try')],
    total_commits_count: 21,
  }),
  push('a tool pushes what it wrote', {
    after: 'f'.repeat(40),
    commits: [
      {
        ...commit(
          'f'.repeat(40),
          '2026-11-23T12:25:00+02:00',
          'Round fees\n\nCo-authored-by: Somebody <somebody@example.com>',
        ),
        author: { name: 'Cursor', email: 'cursoragent@cursor.com' },
        added: ['src/round.ts'],
        removed: ['src/old.ts'],
      },
    ],
    total_commits_count: 1,
  }),
  push('a tag is pushed', {
    object_kind: 'tag_push',
    event_name: 'tag_push',
    ref: 'refs/tags/v1.2.3',
  }),
];
