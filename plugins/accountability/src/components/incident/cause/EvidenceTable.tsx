import {
  Attribution,
  IncidentResponse,
} from 'backstage-plugin-accountability-common';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { formatInstant, formatSpan, useText } from '../../../text';
import { RecordPageLink } from '../../links';
import { nameById } from '../../record';

interface Props {
  data: IncidentResponse;
  attribution: Attribution;
}

/** Each thing that was seen, as a sentence, and the records it speaks of. */
export function EvidenceTable(props: Props) {
  const t = useText();
  const { attribution } = props;
  return (
    <>
      <h3 className="acc-subhead">{t('cause.seen')}</h3>
      <ol className="acc-sentences" aria-label={t('cause.seen')}>
        {attribution.evidence.map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      <dl className="acc-facts">
        <CauseRecord {...props} />
        <RemedyRecords {...props} />
        <Decided {...props} />
      </dl>
    </>
  );
}

function CauseRecord({ data, attribution }: Props) {
  const t = useText();
  const { cause, causeService, lagMs } = attribution;
  if (!cause) return null;
  return (
    <>
      <dt>{t('record.deployment')}</dt>
      <dd>
        <RecordPageLink
          entityRef={causeService ?? data.service.entityRef}
          record={{ kind: 'deployment', id: cause }}
        >
          {nameById(data.records)(cause)}
        </RecordPageLink>
        {lagMs !== undefined && lagMs >= 0 && (
          <> {t('cause.lag', { lag: formatSpan(lagMs) })}</>
        )}
      </dd>
    </>
  );
}

function RemedyRecords({ data, attribution }: Props) {
  const t = useText();
  const { remedy } = attribution;
  if (!remedy) return null;
  const name = nameById(data.records);
  const { entityRef } = data.service;
  const begun = (id: string) => {
    const record = data.records.find(each => each.id === id);
    return record && formatInstant(record.startedAt);
  };
  const link = (id: string) => (
    <RecordPageLink
      key={id}
      entityRef={entityRef}
      record={{ kind: 'deployment', id }}
    >
      {name(id)}
    </RecordPageLink>
  );
  return (
    <>
      <dt>{t(`remedy.${remedy.kind}`)}</dt>
      <dd>
        {link(remedy.record)}{' '}
        {remedy.finishedAt === undefined
          ? t('cause.remedyGoing')
          : t('cause.remedyDone', { at: formatInstant(remedy.finishedAt) })}
      </dd>
      <dt>{t('cause.undid')}</dt>
      <dd>
        {remedy.undone.map(id => (
          <div key={id}>
            {link(id)} <span className="acc-label">{begun(id)}</span>
          </div>
        ))}
      </dd>
    </>
  );
}

function Decided({ attribution }: Props) {
  const t = useText();
  const { decision } = attribution;
  if (!decision) return null;
  return (
    <>
      <dt>{t('cause.decided')}</dt>
      <dd>
        <EntityRefLink
          entityRef={decision.by}
          hideIcon
          disableTooltip
          className="acc-link"
        />
        , {formatInstant(decision.at)}: {decision.reason}
      </dd>
    </>
  );
}
