import { IncidentResponse } from 'backstage-plugin-accountability-common';
import { isMerged } from '../reading';

/** What is answered to the question of a cause where no deployment is charged that may be seen. */
export function causeAnswer(
  data: IncidentResponse,
): 'merged' | 'pending' | 'hidden' | 'noChange' | 'none' {
  const { attribution, incident } = data;
  if (isMerged(incident)) return 'merged';
  if (!attribution) return 'pending';
  if (attribution.causeHidden) return 'hidden';
  return attribution.method === 'explicit' ? 'noChange' : 'none';
}
