import { DebtItem } from 'backstage-plugin-accountability-common';
import { formatNumber, formatSpan, NBSP, useText } from '../../../text';
import { refName } from '../../reading';
import { ServiceLink } from '../../record';
import { OrganisationQuery } from '../useOrganisationQuery';
import { DebtCost, hoursWords } from './DebtCost';

const DAY = 86_400_000;

/** In whole days from two on: nobody asks for more of what is old. */
const ageWords = (ms: number) =>
  formatSpan(ms < 2 * DAY ? ms : Math.round(ms / DAY) * DAY);

/** One thing worth doing; its title opens the services behind it. */
export function DebtRow(props: {
  item: DebtItem;
  asOf: number;
  most: number;
  query: OrganisationQuery;
}) {
  const t = useText();
  const { item, asOf, most, query } = props;
  const { burden, severity, effortDays, hoursPerDay, incidents } = item;
  return (
    <tr>
      <th scope="row">
        <What item={item} query={query} />
      </th>
      <td data-label={t('debt.burden')}>
        {t(`burden.${burden}`)}
        {severity && (
          <div className="acc-label">{t(`severity.${severity}`)}</div>
        )}
      </td>
      <td data-label={t('debt.age')} className="acc-right acc-nowrap">
        {ageWords(asOf - item.since)}
      </td>
      <td data-label={t('debt.effort')} className="acc-right">
        {effortDays === undefined ? (
          <span className="acc-muted">{t('debt.noEffort')}</span>
        ) : (
          `${formatNumber(effortDays)}${NBSP}d`
        )}
      </td>
      <td data-label={t('debt.cost')} className="acc-debtCost">
        <DebtCost item={item} most={most} />
      </td>
      <td data-label={t('debt.saved')} className="acc-right">
        {hoursPerDay === undefined ? (
          <span className="acc-muted">{t('debt.notKnown')}</span>
        ) : (
          hoursWords(hoursPerDay)
        )}
      </td>
      <td data-label={t('debt.incidents')} className="acc-right">
        <Incidents incidents={incidents} />
      </td>
    </tr>
  );
}

function What(props: { item: DebtItem; query: OrganisationQuery }) {
  const t = useText();
  const { item, query } = props;
  const { kind, scorecard, check, burden, examples, services } = item;
  const owner =
    item.ownerTitle ?? (item.owner ? refName(item.owner) : t('owner.none'));
  const open = () =>
    query.open({
      ...(item.owner ? { of: 'own', groupRef: item.owner } : { of: 'unowned' }),
      burden,
      check: scorecard && check ? `${scorecard}/${check}` : undefined,
    });
  const told = [
    owner,
    t('debt.services', { count: services, number: formatNumber(services) }),
    ...(kind === 'blind-spot'
      ? [
          t('debt.hides', {
            count: item.results,
            number: formatNumber(item.results),
          }),
        ]
      : []),
  ];
  return (
    <>
      <button
        type="button"
        className="acc-link acc-textButton acc-strong acc-debtTitle"
        aria-label={t('debt.open', { title: item.title, owner })}
        aria-haspopup="dialog"
        onClick={open}
      >
        {item.title}
      </button>
      <div className="acc-label">{told.join('; ')}</div>
      {examples.length > 0 && (
        <div className="acc-label acc-list">
          {examples.map(({ entityRef, title }) => (
            <span key={entityRef}>
              <ServiceLink entityRef={entityRef}>{title}</ServiceLink>
            </span>
          ))}
          {services > examples.length && (
            <span>
              {t('debt.more', {
                number: formatNumber(services - examples.length),
              })}
            </span>
          )}
        </div>
      )}
    </>
  );
}

function Incidents({ incidents }: Pick<DebtItem, 'incidents'>) {
  const t = useText();
  if (!incidents) {
    return <span className="acc-muted">{t('debt.notKnown')}</span>;
  }
  if (incidents.count === 0) {
    return <span className="acc-muted">{t('debt.none')}</span>;
  }
  return (
    <>
      {formatNumber(incidents.count)}
      <div className="acc-label">
        {t('debt.impaired', { hours: hoursWords(incidents.hours) })}
      </div>
    </>
  );
}
