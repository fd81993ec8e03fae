import { project, somebody, webhook } from './webhook';

/** What is understood and never recorded. */
export const asides = [
  webhook('somebody comments', 'Note Hook', {
    object_kind: 'note',
    user: somebody,
    project,
    object_attributes: { note: 'somebody says so' },
  }),
  webhook('a project is made, by a system hook', 'System Hook', {
    event_name: 'project_create',
    path_with_namespace: 'acme/shop/payments',
    owner_name: 'Somebody Else',
    owner_email: 'somebody@example.com',
  }),
];
