import { cutText, formatDate, formatNumber, Text } from '../../../text';
import { refName } from '../../reading';
import { recordName } from '../../timeline/recordName';
import { PlacedRole } from './deploymentRole';

const NAME_ROOM = 190;

/** The words beside a bar: whose it is, its name, what it is to the incident, and its day where it began before the chart. */
export function deploymentLabel(
  { record, service, role, confidence }: PlacedRole,
  given: { early: boolean; t: Text },
): string {
  const { early, t } = given;
  const { environment = t('minutes.environmentUnknown') } = record;
  const name = cutText(recordName(record, { bare: true }), NAME_ROOM);
  const said =
    role === 'cause' || role === 'candidate'
      ? t(`minutes.${role}`, { confidence: formatNumber(confidence ?? 0, 2) })
      : role === 'remedy' && t('minuteRole.remedy');
  return [
    service ? `${refName(service)} ${name}` : name,
    environment !== 'production' && environment,
    said,
    early && formatDate(record.startedAt),
  ]
    .filter(Boolean)
    .join(', ');
}

/** The words beside the mark of the candidates from before the chart. */
export function earlierLabel(of: PlacedRole[], t: Text): string {
  const most = Math.max(...of.map(({ confidence = 0 }) => confidence));
  return t('minutes.earlier', {
    count: of.length,
    confidence: formatNumber(most, 2),
  });
}
