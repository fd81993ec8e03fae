import { iso, project, somebody, webhook } from './webhook';

interface Told {
  kind?: string;
  minute: number;
  attributes: object;
  changes?: object;
}

const incident = (name: string, { kind, minute, attributes, changes }: Told) =>
  webhook(name, 'Issue Hook', {
    object_kind: kind ?? 'issue',
    event_type: kind ?? 'issue',
    user: somebody,
    project,
    object_attributes: {
      id: 301,
      iid: 23,
      author_id: somebody.id,
      assignee_ids: [somebody.id],
      type: 'Incident',
      title: 'Payments are down, @somebody',
      description: 'somebody saw it',
      state: 'opened',
      confidential: false,
      severity: 'unknown',
      escalation_status: 'triggered',
      created_at: iso(0),
      updated_at: iso(minute),
      closed_at: null,
      url: `${project.web_url}/-/issues/23`,
      ...attributes,
    },
    assignees: [somebody],
    changes,
  });

/** One that is opened again, a confidential duplicate of it, and what is none. */
export const incidents = [
  incident('an incident is opened', {
    kind: 'work_item',
    minute: 0,
    attributes: { action: 'open' },
  }),
  incident('the incident is closed, told before it is acknowledged', {
    minute: 30,
    attributes: { action: 'close', state: 'closed', closed_at: iso(30) },
  }),
  incident('the incident is acknowledged', {
    kind: 'work_item',
    minute: 5,
    attributes: { action: 'update', escalation_status: 'acknowledged' },
    changes: {
      escalation_status: { previous: 'triggered', current: 'acknowledged' },
    },
  }),
  incident('the incident gets a severity', {
    minute: 10,
    attributes: { action: 'update', severity: 'High' },
  }),
  incident('the incident is opened again', {
    minute: 40,
    attributes: { action: 'reopen', escalation_status: 'resolved' },
  }),
  incident('the incident is closed for good, which only an edit tells', {
    minute: 60,
    attributes: { action: 'update', state: 'closed', closed_at: iso(55) },
  }),
  incident('a confidential duplicate is closed, by an older GitLab', {
    minute: 20,
    attributes: {
      id: 302,
      iid: 24,
      type: undefined,
      confidential: true,
      action: 'close',
      closed_at: iso(20),
      duplicated_to_id: 301,
    },
  }),
  incident('an issue is opened', {
    minute: 0,
    attributes: { id: 303, type: 'Issue', action: 'open' },
  }),
  incident('a task is done', {
    kind: 'work_item',
    minute: 3,
    attributes: { id: 304, type: 'Task', action: 'close' },
  }),
];
