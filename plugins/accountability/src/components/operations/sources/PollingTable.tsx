import { SourceHealth } from 'backstage-plugin-accountability-common';
import { formatInstant, formatNumber, useText } from '../../../text';
import { ageWords } from './spanWords';

/** The streams that a source is polled for, to find what webhooks lost. */
export function PollingTable(props: { source: SourceHealth; now: number }) {
  const t = useText();
  const { source, now } = props;
  return (
    <table
      className="acc-table acc-small"
      aria-label={t('sources.streamsOf', { source: source.source })}
    >
      <thead>
        <tr>
          <th>{t('sources.stream')}</th>
          <th className="acc-right">{t('sources.subjects')}</th>
          <th className="acc-right">{t('sources.failing')}</th>
          <th className="acc-gapBefore">{t('sources.oldest')}</th>
        </tr>
      </thead>
      <tbody>
        {source.polling?.map(polled => (
          <tr key={polled.stream}>
            <th scope="row">
              <code className="acc-code">{polled.stream}</code>
            </th>
            <td className="acc-right">{formatNumber(polled.subjects)}</td>
            <td className="acc-right">
              {polled.failing > 0 ? (
                <span className="acc-state-warn">
                  {formatNumber(polled.failing)}
                </span>
              ) : (
                t('sources.noneFailing')
              )}
            </td>
            <td className="acc-gapBefore">
              {polled.oldestPolledAt === undefined
                ? t('sources.notAsked')
                : ageWords(t, polled.oldestPolledAt, now)}
              {polled.limitedUntil !== undefined &&
                polled.limitedUntil > now && (
                  <div className="acc-muted">
                    {t('sources.limited', {
                      at: formatInstant(polled.limitedUntil),
                    })}
                  </div>
                )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
