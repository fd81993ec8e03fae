import { IncidentResponse } from 'backstage-plugin-accountability-common';
import { formatInstant, formatNumber, useText } from '../../../text';
import { RecordPageLink } from '../../links';
import { refName } from '../../reading';
import { recordName } from '../../timeline/recordName';
import { MinutesLayout } from './layoutMinutes';

/** Candidates from before the chart, which share one mark: each with its page, its instant and how sure it is. */
export function EarlierInHand(props: {
  data: IncidentResponse;
  layout: MinutesLayout;
}) {
  const t = useText();
  const { data, layout } = props;
  const { earlier } = layout.deployments;
  if (!earlier) return null;
  return (
    <>
      <p className="acc-strong">{t('minutes.earlierTitle')}</p>
      <ul className="acc-sentences acc-small">
        {earlier.of.map(({ record, service, confidence = 0 }) => (
          <li key={record.id}>
            <RecordPageLink
              entityRef={service ?? data.service.entityRef}
              record={record}
            >
              {service && `${refName(service)} `}
              {recordName(record)}
            </RecordPageLink>
            , {formatInstant(record.startedAt)},{' '}
            {t('minutes.candidate', {
              confidence: formatNumber(confidence, 2),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
