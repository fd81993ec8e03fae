import {
  DeploymentRecord,
  IncidentResponse,
} from 'backstage-plugin-accountability-common';

/** What a deployment is to the incident. */
export type DeploymentRole =
  | 'cause'
  | 'remedy'
  | 'undone'
  | 'candidate'
  | 'other';

/** A deployment with what it is to the incident. */
export interface PlacedRole {
  record: DeploymentRecord;
  role: DeploymentRole;
  /** Entity ref, where it is of another service. */
  service?: string;
  confidence?: number;
}

/** What a deployment is to the incident, by the link in force. */
export function roleOf(
  { id }: DeploymentRecord,
  { attribution }: IncidentResponse,
): Omit<PlacedRole, 'record'> {
  if (attribution?.cause === id) {
    return {
      role: 'cause',
      service: attribution.causeService,
      confidence: attribution.confidence,
    };
  }
  if (attribution?.remedy?.record === id) return { role: 'remedy' };
  if (attribution?.remedy?.undone.includes(id)) return { role: 'undone' };
  const candidate = attribution?.candidates.find(each => each.record === id);
  return candidate
    ? {
        role: 'candidate',
        service: candidate.service,
        confidence: candidate.confidence,
      }
    : { role: 'other' };
}
