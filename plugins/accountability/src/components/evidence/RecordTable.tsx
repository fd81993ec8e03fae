import { ServiceRecord } from 'backstage-plugin-accountability-common';
import { formatInstant, useText } from '../../text';
import { recordOutcome } from './recordOutcome';

/** Records with a link to each at its source. */
export function RecordTable({ records }: { records: ServiceRecord[] }) {
  const t = useText();
  return (
    <div className="acc-scroll">
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
                <RecordName record={record} />
              </th>
              <td>{recordOutcome(record, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RecordName({ record }: { record: ServiceRecord }) {
  const name = record.title ?? record.id;
  return (
    <>
      {record.url ? (
        <a
          className="acc-link"
          href={record.url}
          target="_blank"
          rel="noopener noreferrer"
        >
          {name}
        </a>
      ) : (
        name
      )}
      {record.title && <div className="acc-code acc-muted">{record.id}</div>}
    </>
  );
}
