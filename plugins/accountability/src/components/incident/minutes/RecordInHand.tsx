import { IncidentResponse } from 'backstage-plugin-accountability-common';
import {
  formatInstant,
  formatNumber,
  formatSpan,
  useText,
} from '../../../text';
import { recordOutcome } from '../../evidence/recordOutcome';
import { recordName } from '../../timeline/recordName';
import { RecordLink } from '../../timeline/popover/RecordLink';
import { MinutesLayout } from './layoutMinutes';

/** The record of a mark: what it is to the incident, when it was, how it ended, and where it can be opened. */
export function RecordInHand(props: {
  data: IncidentResponse;
  id: string;
  layout: MinutesLayout;
}) {
  const t = useText();
  const { data, id, layout } = props;
  const record = data.records.find(each => each.id === id);
  const bar = layout.deployments.bars.find(each => each.record.id === id);
  if (!record) return null;
  const { startedAt, endedAt } = record;
  return (
    <>
      <div className="acc-popHead">
        <span className="acc-strong">{recordName(record)}</span>
        <span className="acc-label acc-nowrap">
          {t(`record.${record.kind}`)}
        </span>
      </div>
      <dl className="acc-facts">
        {bar && (
          <>
            <dt>{t('minutes.role')}</dt>
            <dd>
              {t(`minuteRole.${bar.role}`)}
              {bar.confidence !== undefined &&
                `, ${formatNumber(bar.confidence, 2)}`}
            </dd>
          </>
        )}
        <dt>{t('evidence.when')}</dt>
        <dd>
          {formatInstant(startedAt)}
          {endedAt !== undefined &&
            `, ${formatSpan(Math.max(0, endedAt - startedAt))}`}
        </dd>
        <dt>{t('evidence.outcome')}</dt>
        <dd>{recordOutcome(record, t)}</dd>
      </dl>
      <RecordLink
        entityRef={bar?.service ?? data.service.entityRef}
        record={record}
      />
    </>
  );
}
