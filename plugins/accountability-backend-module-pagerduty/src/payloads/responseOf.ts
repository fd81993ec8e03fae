import { RecordEventInput } from 'backstage-plugin-accountability-common';
import { isUser } from './detectedBy';
import { IncidentPayload } from './incidentPayload';

type IncidentEvent = Extract<RecordEventInput, { kind: 'incident' }>;
type Response = NonNullable<IncidentEvent['response']>;

/** What an event says of how an incident is answered. */
export interface ResponseStep {
  step: Response['step'];
  /** False where people are picked by hand: the incident keeps the policy it had. */
  isRotaKnown?: boolean;
}

/**
 * A step of answering an incident, with the rota it is with. Low urgency calls
 * nobody, and an acknowledgement by a machine is not one.
 */
export function responseOf(
  { event: { agent, data } }: IncidentPayload,
  { step, isRotaKnown = true }: ResponseStep,
): Response | undefined {
  if (step === 'acknowledged') {
    if (agent && !isUser(agent.type)) return undefined;
  } else if (data.urgency === 'low') {
    return undefined;
  }
  return { step, team: isRotaKnown ? rotaOf(data) : undefined };
}

/** The escalation policy, else the team where it is one alone. */
function rotaOf({
  escalation_policy: policy,
  teams,
}: IncidentPayload['event']['data']): string | undefined {
  if (policy) return `pagerduty:escalation-policy:${policy.id}`;
  return teams?.length === 1 ? `pagerduty:team:${teams[0].id}` : undefined;
}
