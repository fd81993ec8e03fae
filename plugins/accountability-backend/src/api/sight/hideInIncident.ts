import { IncidentRecord } from 'backstage-plugin-accountability-common';
import { RecordSight } from './RecordSight';

/** See `hideInRecord`. */
export function hideInIncident(
  incident: IncidentRecord,
  sight: RecordSight,
): IncidentRecord {
  const { cause, mergedInto } = incident;
  const claim = cause !== undefined && !sight.claim(cause, incident.id);
  const merged = mergedInto !== undefined && !sight.record(mergedInto);
  if (!claim && !merged) return incident;
  return {
    ...incident,
    ...(claim && { cause: undefined }),
    ...(merged && { mergedInto: undefined }),
    hidden: [
      ...(claim ? (['cause'] as const) : []),
      ...(merged ? (['mergedInto'] as const) : []),
    ],
  };
}
