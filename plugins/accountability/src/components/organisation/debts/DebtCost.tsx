import { DebtItem } from 'backstage-plugin-accountability-common';
import { formatNumber, NBSP, Text, useText } from '../../../text';
import { StatusMark } from '../../marks';

/** Hours, whole ones from ten on. */
export const hoursWords = (hours: number) =>
  `${formatNumber(hours, hours < 10 ? 1 : 0)}${NBSP}h`;

function factWords(fact: string, t: Text): string {
  switch (fact) {
    case 'reliability.incident_time':
      return t('debt.incidentTime');
    case 'pipeline.waiting_time':
      return t('debt.waitingTime');
    case 'pipeline.wasted_time':
      return t('debt.wastedTime');
    default:
      return fact;
  }
}

/** What a debt costs in four weeks, of how many services that is known; where of none, why. */
export function DebtCost(props: {
  item: DebtItem;
  /** Hours of the debt that costs most. */
  most: number;
}) {
  const t = useText();
  const { item, most } = props;
  const { cost, services } = item;
  if (!cost || cost.known === 0) {
    return (
      <>
        <StatusMark status="unknown" />
        <div className="acc-label">{whyUnknown(item, t)}</div>
      </>
    );
  }
  const words = {
    fact: factWords(cost.fact, t),
    count: services,
    number: formatNumber(services),
  };
  return (
    <>
      <span className="acc-strong">{hoursWords(cost.hours)}</span>
      <svg className="acc-debtBar" width="112" height="6" aria-hidden>
        <rect
          width={most > 0 ? (112 * cost.hours) / most : 0}
          height="6"
          fill="var(--acc-mark)"
        />
      </svg>
      <div className="acc-label">
        {cost.known >= services
          ? t('debt.knownOfAll', words)
          : t('debt.knownOf', { ...words, known: formatNumber(cost.known) })}
      </div>
    </>
  );
}

function whyUnknown({ kind, cost, services }: DebtItem, t: Text): string {
  if (kind === 'blind-spot') return t('debt.hidden');
  if (!cost) return t('debt.unnamed');
  return t('debt.unknownOf', {
    count: services,
    number: formatNumber(services),
  });
}
