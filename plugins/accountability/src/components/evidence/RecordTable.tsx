import { Link } from 'react-router-dom';
import { ServiceRecord } from 'backstage-plugin-accountability-common';
import { formatInstant, useText } from '../../text';
import { SourceLink, sourceName, useRecordPage } from '../links';
import { recordName } from '../timeline/recordName';
import { ScrollBox } from '../table';
import { recordOutcome } from './recordOutcome';

/** Records with a link to the page of each that has one here, and to its source. */
export function RecordTable(props: {
  entityRef: string;
  records: ServiceRecord[];
}) {
  const t = useText();
  const { entityRef, records } = props;
  return (
    <ScrollBox label={t('checks.evidence')}>
      <table className="acc-table" aria-label={t('checks.evidence')}>
        <thead>
          <tr>
            <th>{t('evidence.when')}</th>
            <th>{t('evidence.kind')}</th>
            <th>{t('evidence.what')}</th>
            <th>{t('evidence.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {records.map(record => (
            <tr key={record.id}>
              <td className="acc-nowrap">{formatInstant(record.startedAt)}</td>
              <td>{t(`record.${record.kind}`)}</td>
              <th scope="row">
                <RecordName entityRef={entityRef} record={record} />
              </th>
              <td>{recordOutcome(record, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function RecordName(props: { entityRef: string; record: ServiceRecord }) {
  const t = useText();
  const { entityRef, record } = props;
  const { id, url, title } = record;
  const page = useRecordPage()(entityRef, record);
  // The column of outcomes says the environment.
  const name = title ?? recordName(record, { bare: true });
  if (!page) {
    return (
      <>
        {url ? <SourceLink url={url}>{name}</SourceLink> : name}
        <div className="acc-code acc-muted">{id}</div>
      </>
    );
  }
  return (
    <>
      <Link className="acc-link" to={page}>
        {name}
      </Link>
      <div className="acc-code acc-muted">
        {id}{' '}
        {url && (
          <SourceLink url={url}>
            {t('evidence.openIn', { source: sourceName(id) })}
          </SourceLink>
        )}
      </div>
    </>
  );
}
