import { formatSpan, Text } from '../../text';
import { IncidentMark } from './layout';
import { severityWords } from './severityWords';

/** Severity and length of an incident, as it stands beside its bar: `sev 2, 44 min`. */
export function incidentLine(
  { record, minutes }: Pick<IncidentMark, 'record' | 'minutes'>,
  t: Text,
): string {
  const span =
    minutes === undefined ? t('timeline.going') : formatSpan(minutes * 60_000);
  return record.severity
    ? `${severityWords(record.severity, t)}, ${span}`
    : span;
}
