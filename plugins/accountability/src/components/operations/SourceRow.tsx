import {
  SourceHealth,
  VerdictStatus,
} from 'backstage-plugin-accountability-common';
import { formatInstant, formatSpan, useText } from '../../text';

/** The verdicts in the order of the columns. */
export const verdictOrder: VerdictStatus[] = [
  'accepted',
  'ignored',
  'unsupported',
  'rejected',
];

/** One source: when it last delivered, what became of its deliveries, and what was wrong. */
export function SourceRow(props: {
  source: SourceHealth;
  now: number;
  print(value: number): string;
}) {
  const t = useText();
  const { source, now, print } = props;
  const count = (status: VerdictStatus) =>
    source.verdicts.find(each => each.status === status)?.deliveries ?? 0;
  const last = source.lastReceivedAt;
  return (
    <tr>
      <th scope="row">{source.source}</th>
      <td className="acc-nowrap">
        {last === undefined ? (
          <span className="acc-muted">{t('operations.never')}</span>
        ) : (
          <>
            {t('operations.ago', { age: formatSpan(now - last) })}
            <div className="acc-label">{formatInstant(last)}</div>
          </>
        )}
      </td>
      {verdictOrder.map(status => (
        <td
          key={status}
          className={
            status === 'rejected' && count(status) > 0
              ? 'acc-right acc-state-fail'
              : 'acc-right'
          }
        >
          {print(count(status))}
        </td>
      ))}
      <td style={{ paddingLeft: 24 }}>
        {source.latestTroubles.length === 0 && (
          <span className="acc-muted">{t('operations.noTroubles')}</span>
        )}
        {source.latestTroubles.map(trouble => (
          <div key={`${trouble.at} ${trouble.because}`} className="acc-small">
            <span className="acc-muted">{formatInstant(trouble.at)}</span>{' '}
            <span className="acc-strong">
              {t(`operations.${trouble.status}`)}
            </span>
            : {trouble.because}
          </div>
        ))}
      </td>
    </tr>
  );
}
