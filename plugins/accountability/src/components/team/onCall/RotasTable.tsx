import { OnCallWeek, RotaLoad } from 'backstage-plugin-accountability-common';
import { formatNumber, useText } from '../../../text';
import { ScrollBox } from '../../table';
import { totalOf } from './layoutBars';

const sum = (weeks: readonly OnCallWeek[], of: (week: OnCallWeek) => number) =>
  weeks.reduce((all, week) => all + of(week), 0);

/** Pages by rota: of rotas, never of people. */
export function RotasTable({ rotas }: { rotas: RotaLoad[] }) {
  const t = useText();
  return (
    <ScrollBox label={t('onCall.rota')}>
      <table className="acc-table" aria-label={t('onCall.rota')}>
        <thead>
          <tr>
            <th>{t('onCall.rota')}</th>
            <th className="acc-right">{t('onCall.thisWeek')}</th>
            <th className="acc-right">{t('onCall.busiest')}</th>
            <th className="acc-right">{t('onCall.out')}</th>
            <th className="acc-right">{t('onCall.all')}</th>
          </tr>
        </thead>
        <tbody>
          {rotas.map(({ rota, group, weeks }) => (
            <tr key={rota ?? ''}>
              <th scope="row">
                {group?.title ?? rota ?? t('onCall.untold')}
                {group && <div className="acc-label">{rota}</div>}
              </th>
              <Cell>{sum(weeks.slice(-1), totalOf)}</Cell>
              <Cell>{Math.max(0, ...weeks.map(totalOf))}</Cell>
              <Cell>{sum(weeks, ({ evening, night }) => evening + night)}</Cell>
              <Cell>{sum(weeks, totalOf)}</Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Cell(props: { children: number }) {
  return <td className="acc-right">{formatNumber(props.children)}</td>;
}
