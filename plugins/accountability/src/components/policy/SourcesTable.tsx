import { PolicySourceStatus } from 'backstage-plugin-accountability-common';
import { formatInstant, formatNumber, useText } from '../../text';
import { StateWord } from '../marks';
import { ScrollBox } from '../table';

/** Places that policy is read from, and why one could not be read. */
export function SourcesTable({ sources }: { sources: PolicySourceStatus[] }) {
  const t = useText();
  return (
    <ScrollBox label={t('policy.sources')}>
      <table className="acc-table acc-rows" aria-label={t('policy.sources')}>
        <thead>
          <tr>
            <th style={{ minWidth: 220 }}>{t('policy.location')}</th>
            <th style={{ minWidth: 200 }}>{t('policy.state')}</th>
            <th style={{ minWidth: 150 }}>{t('policy.readAt')}</th>
            <th className="acc-right">{t('policy.files')}</th>
          </tr>
        </thead>
        <tbody>
          {sources.map(source => (
            <Row key={source.location} source={source} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Row({ source }: { source: PolicySourceStatus }) {
  const t = useText();
  const { location, state, because, readAt, files } = source;
  const shape = {
    read: 'pass',
    unchanged: 'pass',
    failed: 'fail',
    pending: 'unknown',
  } as const;
  return (
    <tr>
      <th scope="row">
        <code className="acc-code">{location}</code>
      </th>
      <td data-label={t('policy.state')}>
        <StateWord shape={shape[state]}>{t(`policySource.${state}`)}</StateWord>
        {because && <div className="acc-label">{because}</div>}
      </td>
      <td className="acc-nowrap" data-label={t('policy.readAt')}>
        {readAt === undefined ? '' : formatInstant(readAt)}
      </td>
      <td className="acc-right" data-label={t('policy.files')}>
        {formatNumber(files)}
      </td>
    </tr>
  );
}
