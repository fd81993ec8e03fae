import { project, utc, webhook } from './webhook';

const release = (name: string, body: object) =>
  webhook(name, 'Release Hook', {
    object_kind: 'release',
    id: 8273642,
    created_at: utc(0),
    released_at: utc(0),
    description: 'Made by @somebody',
    name: 'Fees, by @somebody',
    tag: 'v1.2.3',
    action: 'create',
    url: `${project.web_url}/-/releases/v1.2.3`,
    project,
    commit: {
      id: '2626dbdb936782b5c54816b1c6d45b1279303c6d',
      author: { name: 'Somebody Else', email: 'somebody@example.com' },
    },
    ...body,
  });

/** One that was made and edited, and one that was planned. */
export const releases = [
  release('a release is made', {}),
  release('the release is edited', { action: 'update', name: 'Fees' }),
  release('a release is planned', {
    id: 8273643,
    tag: 'v2.0.0',
    released_at: '2027-01-01 00:00:00 UTC',
  }),
  release('the release is taken back', { action: 'delete' }),
];
