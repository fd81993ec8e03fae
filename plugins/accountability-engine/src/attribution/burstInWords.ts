import { formatDuration } from '../time';
import { burstMs } from './findBurst';
import { IncidentBurst } from './IncidentBurst';

/** Why time charges nobody, as evidence. */
export function burstInWords(burst: IncidentBurst): string[] {
  const together = `Incidents of ${
    burst.services
  } services began within ${formatDuration(burstMs)} of each other`;
  return [
    burst.cascade === 'downstream'
      ? `${together}, and all others depend on one of them: a cascade, which time alone charges to that one.`
      : `${together}: an event of the platform, for which time alone charges nobody.`,
  ];
}
