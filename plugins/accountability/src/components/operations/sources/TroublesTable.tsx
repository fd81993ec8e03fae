import { SourceHealth } from 'backstage-plugin-accountability-common';
import { formatInstant, useText } from '../../../text';

/** The latest deliveries of a source that were not accepted, and why. */
export function TroublesTable({ source }: { source: SourceHealth }) {
  const t = useText();
  return (
    <table
      className="acc-table acc-small"
      aria-label={t('sources.troublesOf', { source: source.source })}
    >
      <thead>
        <tr>
          <th>{t('sources.received')}</th>
          <th>{t('sources.verdict')}</th>
          <th>{t('sources.because')}</th>
        </tr>
      </thead>
      <tbody>
        {source.latestTroubles.map(({ at, status, because }, index) => (
          <tr key={index}>
            <td>{formatInstant(at)}</td>
            <td className="acc-nowrap">
              <span
                className={status === 'rejected' ? 'acc-state-warn' : undefined}
              >
                {t(`verdictWord.${status}`)}
              </span>
            </td>
            <td>{because}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
