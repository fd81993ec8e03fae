/** Types of data that PagerDuty sends beside whole incidents, and why nothing is recorded of each. */
const reasons = new Map([
  ['incident_note', 'Notes are not read: they are words of people'],
  ['incident_status_update', 'Status updates are not read: they move no state'],
  ['incident_responder', 'Who was asked for help is not recorded'],
  ['incident_role_assignment', 'Who has which role is not recorded'],
  ['incident_task', 'Tasks move no state of the incident'],
  ['incident_conference_bridge', 'Where people talk is not recorded'],
  [
    'incident_field_values',
    'Custom fields are read where the configuration names one as causeField',
  ],
  ['incident_workflow_instance', 'Workflows move no state of the incident'],
  ['incident_action_invocation', 'Actions move no state of the incident'],
  ['service', 'The catalog says which services there are'],
  ['service_field_values', 'The catalog says which services there are'],
  ['ping', 'PagerDuty tests the subscription'],
]);

/** Why nothing is recorded of data of a type; undefined for a type that is not known. */
export function reasonToIgnore(type: string): string | undefined {
  return reasons.get(type);
}
