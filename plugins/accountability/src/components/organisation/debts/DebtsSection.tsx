import {
  DebtItem,
  OrganisationResponse,
} from 'backstage-plugin-accountability-common';
import { formatNumber, useText } from '../../../text';
import { EmptySentence, Section } from '../../states';
import { ScrollBox } from '../../table';
import { OrganisationQuery } from '../useOrganisationQuery';
import { DebtRow } from './DebtRow';
import { debtGroups } from './debtGroups';

const COLUMNS = 7;

const keyOf = ({ kind, burden, scorecard, check, owner }: DebtItem) =>
  [kind, burden, scorecard, check, owner].join(' ');

/** What is most worth doing: what costs hours, what costs nobody knows how many, and what nobody can see. */
export function DebtsSection(props: {
  data: OrganisationResponse;
  query: OrganisationQuery;
}) {
  const t = useText();
  const { data, query } = props;
  const { debts, debtsInAll, asOf } = data;
  const most = Math.max(0, ...debts.map(({ cost }) => cost?.hours ?? 0));
  return (
    <Section title={t('debt.title')} sub={t('debt.sub')}>
      {debts.length === 0 ? (
        <EmptySentence>{t('debt.empty')}</EmptySentence>
      ) : (
        <>
          <ScrollBox label={t('debt.title')}>
            <table
              className="acc-table acc-rows acc-debts"
              aria-label={t('debt.title')}
            >
              <Head />
              {debtGroups(debts).map(({ name, items }) => (
                <tbody key={name}>
                  <tr className="acc-group">
                    <th scope="rowgroup" colSpan={COLUMNS}>
                      <span className="acc-label">{t(`debt.${name}`)}</span>
                    </th>
                  </tr>
                  {items.map(item => (
                    <DebtRow
                      key={keyOf(item)}
                      item={item}
                      asOf={asOf}
                      most={most}
                      query={query}
                    />
                  ))}
                </tbody>
              ))}
            </table>
          </ScrollBox>
          {debtsInAll > debts.length && (
            <p className="acc-label" style={{ paddingTop: 12 }}>
              {t('debt.shown', {
                shown: formatNumber(debts.length),
                number: formatNumber(debtsInAll),
              })}
            </p>
          )}
        </>
      )}
    </Section>
  );
}

function Head() {
  const t = useText();
  return (
    <thead>
      <tr>
        <th style={{ minWidth: 260 }}>{t('debt.what')}</th>
        <th style={{ minWidth: 104 }}>{t('debt.burden')}</th>
        <th className="acc-right">{t('debt.age')}</th>
        <th className="acc-right" style={{ minWidth: 72 }}>
          {t('debt.effort')}
        </th>
        <th className="acc-debtCost" style={{ minWidth: 190 }}>
          {t('debt.cost')}
        </th>
        <th className="acc-right" style={{ minWidth: 90 }}>
          {t('debt.saved')}
        </th>
        <th className="acc-right" style={{ minWidth: 90 }}>
          {t('debt.incidents')}
        </th>
      </tr>
    </thead>
  );
}
