import { ExampleDelivery } from 'backstage-plugin-accountability-node/testUtils';
import { polledDeliveries } from './polledDeliveries';

interface Given {
  name: string;
  type: string;
  /** Minutes after 12:00 of 23 November 2026, UTC. */
  minute: number;
  /** Id of the event where it is not made of its type and time. */
  id?: string;
  /** Who did it, where that is nobody in person. */
  agent?: object;
  data: object;
}

const somebody = { id: 'PUSER', type: 'user_reference', summary: 'somebody' };

const webhook = ({ name, type, minute, ...given }: Given): ExampleDelivery => ({
  name,
  headers: {
    'content-type': 'application/json',
    'x-webhook-id': `webhook of ${name}`,
  },
  body: {
    event: {
      id: given.id ?? `${type}@${minute}`,
      event_type: type,
      resource_type: type.split('.')[0],
      occurred_at: `2026-11-23T12:${String(minute).padStart(2, '0')}:00.169Z`,
      agent: given.agent ?? somebody,
      client: null,
      data: given.data,
    },
  },
});

const incident = {
  id: 'PPAYDOWN',
  type: 'incident',
  html_url: 'https://acme.pagerduty.com/incidents/PPAYDOWN',
  created_at: '2026-11-23T12:00:00Z',
  title: 'Payments are down',
  service: { id: 'PSHOP', type: 'service_reference', summary: 'Shop' },
  assignees: [somebody],
  escalation_policy: { id: 'PPOLICY', summary: 'somebody first' },
  priority: null,
  urgency: 'high',
  conference_bridge: { conference_number: '+1 555', conference_url: null },
  resolve_reason: null,
};
const prioritized = {
  ...incident,
  priority: { id: 'PPRIO', summary: 'P1' },
};
const moved = {
  ...prioritized,
  service: { id: 'PPAY', summary: 'Payments' },
  escalation_policy: { id: 'POTHERS', summary: 'somebody else first' },
};
const merged = {
  ...incident,
  id: 'PTWICE',
  resolve_reason: {
    type: 'merge_resolve_reason',
    incident: { id: 'PPAYDOWN', type: 'incident_reference' },
  },
};

const reference = { id: 'PPAYDOWN', type: 'incident_reference' };
const aside = (type: string, data: object): ExampleDelivery =>
  webhook({
    name: `${type} is nothing to record`,
    type,
    minute: 30,
    data: { id: 'PASIDE', incident: reference, ...data },
  });

/** Of one incident, in the order they happened, and of another that was merged into it. */
const told: ExampleDelivery[] = [
  webhook({
    name: 'an incident is triggered',
    type: 'incident.triggered',
    minute: 0,
    data: incident,
  }),
  webhook({
    name: 'it gets a priority',
    type: 'incident.priority_updated',
    minute: 1,
    data: prioritized,
  }),
  webhook({
    name: 'somebody acknowledges it',
    type: 'incident.acknowledged',
    minute: 2,
    data: prioritized,
  }),
  webhook({
    name: 'it moves to another service',
    type: 'incident.service_updated',
    minute: 3,
    data: moved,
  }),
  webhook({
    name: 'it moves to another policy',
    type: 'incident.delegated',
    minute: 4,
    data: moved,
  }),
  webhook({
    name: 'it goes up a level',
    type: 'incident.escalated',
    minute: 5,
    data: moved,
  }),
  webhook({
    name: 'others get it',
    type: 'incident.reassigned',
    minute: 6,
    data: moved,
  }),
  webhook({
    name: 'its acknowledgement runs out',
    type: 'incident.unacknowledged',
    minute: 7,
    data: moved,
  }),
  webhook({
    name: 'it becomes one of another type',
    type: 'incident.incident_type.changed',
    minute: 8,
    data: { ...moved, incident_type: { name: 'major' } },
  }),
  webhook({
    name: 'it is resolved again, told of before it was reopened',
    type: 'incident.resolved',
    minute: 25,
    data: moved,
  }),
  webhook({
    name: 'it is resolved',
    type: 'incident.resolved',
    minute: 15,
    data: moved,
  }),
  webhook({
    name: 'it is reopened',
    type: 'incident.reopened',
    minute: 20,
    data: { ...moved, reopened_at: '2026-11-23T12:20:00Z' },
  }),
  webhook({
    name: 'a second incident is triggered',
    type: 'incident.triggered',
    minute: 2,
    id: 'second',
    agent: { id: 'PINBOUND', type: 'inbound_integration_reference' },
    data: { ...merged, resolve_reason: null },
  }),
  webhook({
    name: 'the second is merged into the first',
    type: 'incident.resolved',
    minute: 9,
    data: merged,
  }),
  webhook({
    name: 'the second is merged into the first, told to another subscription',
    type: 'incident.resolved',
    minute: 9,
    data: merged,
  }),
];

/** What is told beside incidents, people among it. */
const asides: ExampleDelivery[] = [
  aside('incident.annotated', {
    type: 'incident_note',
    content: 'somebody knows',
  }),
  aside('incident.status_update_published', {
    type: 'incident_status_update',
    message: 'somebody is at it',
  }),
  aside('incident.responder.added', {
    type: 'incident_responder',
    user: somebody,
  }),
  aside('incident.responder.replied', {
    type: 'incident_responder',
    user: somebody,
  }),
  aside('incident.role.assigned', {
    type: 'incident_role_assignment',
    incident_role_assignments: [{ assignee: somebody }],
  }),
  aside('incident.task.created', {
    type: 'incident_task',
    assignees: [somebody],
  }),
  aside('incident.task.updated', { type: 'incident_task' }),
  aside('incident.task.completed', { type: 'incident_task' }),
  aside('incident.conference_bridge.updated', {
    type: 'incident_conference_bridge',
    conference_url: 'https://meet.example.org/somebody',
  }),
  aside('incident.custom_field_values.updated', {
    type: 'incident_field_values',
    custom_fields: [{ name: 'cause', value: 'deploy 4711' }],
  }),
  aside('incident.workflow.started', {
    type: 'incident_workflow_instance',
    service: { id: 'PSHOP' },
  }),
  aside('incident.workflow.completed', {
    type: 'incident_workflow_instance',
    service: { id: 'PSHOP' },
  }),
  aside('incident.action_invocation.created', {
    type: 'incident_action_invocation',
  }),
  aside('incident.action_invocation.updated', {
    type: 'incident_action_invocation',
  }),
  aside('incident.action_invocation.terminated', {
    type: 'incident_action_invocation',
  }),
  aside('service.created', { type: 'service' }),
  aside('service.updated', { type: 'service' }),
  aside('service.deleted', { type: 'service' }),
  aside('service.custom_field_values.updated', {
    type: 'service_field_values',
  }),
  aside('pagey.ping', { type: 'ping', message: 'Hello from somebody' }),
];

/** Deliveries as PagerDuty makes them, for tests. */
export const exampleDeliveries: ExampleDelivery[] = [
  ...told,
  ...asides,
  ...polledDeliveries,
  webhook({
    name: 'something happens that is still unknown',
    type: 'incident.dream.begun',
    minute: 40,
    data: { id: 'PDREAM', type: 'incident_dream', service: { id: 'PSHOP' } },
  }),
];
