import { IncidentResponse } from 'backstage-plugin-accountability-common';

/** What is answered to the question of a cause where no deployment is charged. */
export function causeAnswer(
  data: IncidentResponse,
): 'merged' | 'pending' | 'noChange' | 'none' {
  const { attribution, incident } = data;
  if (incident.mergedInto !== undefined) return 'merged';
  if (!attribution) return 'pending';
  return attribution.method === 'explicit' ? 'noChange' : 'none';
}
