import { IncidentPayload } from './incidentPayload';

/**
 * What opened an incident: a user, or an integration. PagerDuty names no agent
 * where its own rules made an incident of a monitor's event; an event without
 * the field says nothing.
 */
export function detectedBy({
  event: { agent },
}: IncidentPayload): 'monitor' | 'person' | undefined {
  if (agent === undefined) return undefined;
  return isUser(agent?.type) ? 'person' : 'monitor';
}

/** Whether an agent is of the kind that stands for a person. */
export function isUser(type: string | undefined): boolean {
  return type === 'user' || type === 'user_reference';
}
