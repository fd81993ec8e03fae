import {
  SourceHealth,
  VerdictStatus,
} from 'backstage-plugin-accountability-common';
import { formatNumber, useText } from '../../../text';
import { allDeliveriesOf, deliveriesOf } from './sourceState';

const order: VerdictStatus[] = [
  'accepted',
  'ignored',
  'unsupported',
  'rejected',
];

/** Deliveries of the last 24 hours: all of them, then by verdict. */
export function DeliveryCounts({ source }: { source: SourceHealth }) {
  const t = useText();
  const total = allDeliveriesOf(source);
  const waiting = source.waiting?.deliveries ?? 0;
  return (
    <>
      {total === 0 ? (
        <span className="acc-muted">{t('sources.none')}</span>
      ) : (
        <>
          <span className="acc-strong">{formatNumber(total)}</span>
          <div className="acc-label acc-list">
            <Verdicts source={source} />
          </div>
        </>
      )}
      {waiting > 0 && !source.waiting?.trouble && (
        <div className="acc-label">
          {t('sources.onTheirWay', {
            count: waiting,
            number: formatNumber(waiting),
          })}
        </div>
      )}
    </>
  );
}

function Verdicts({ source }: { source: SourceHealth }) {
  const t = useText();
  const named = order
    .map(status => ({ status, count: deliveriesOf(source, status) }))
    .filter(({ count }) => count > 0);
  return (
    <>
      {named.map(({ status, count }) => (
        <span
          key={status}
          className={status === 'rejected' ? 'acc-state-warn' : undefined}
        >
          {named.length === 1
            ? t(`verdictAll.${status}`)
            : t(`verdictCount.${status}`, { number: formatNumber(count) })}
        </span>
      ))}
    </>
  );
}
