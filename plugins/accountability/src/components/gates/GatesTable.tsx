import { AskedMode, GateSummary } from 'backstage-plugin-accountability-common';
import { formatNumber, useText } from '../../text';
import { refName } from '../reading';
import { ScrollBox } from '../table';

/** Gates in force: who asks them, how many rules they hold, what they say where they cannot tell. */
export function GatesTable({ gates }: { gates: GateSummary[] }) {
  const t = useText();
  return (
    <ScrollBox label={t('gates.title')}>
      <table className="acc-table acc-rows" aria-label={t('gates.title')}>
        <thead>
          <tr>
            <th style={{ minWidth: 160 }}>{t('gates.gate')}</th>
            <th style={{ minWidth: 90 }}>{t('gates.points')}</th>
            <th style={{ minWidth: 160 }}>{t('gates.rules')}</th>
            <th style={{ minWidth: 200 }}>{t('gates.unclear')}</th>
            <th style={{ minWidth: 160 }}>{t('gates.lastWeek')}</th>
            <th style={{ minWidth: 120 }}>{t('gates.breakGlassFor')}</th>
          </tr>
        </thead>
        <tbody>
          {gates.map(gate => (
            <Row key={gate.gate} gate={gate} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Row({ gate }: { gate: GateSummary }) {
  const t = useText();
  const { rules, failurePolicy, lastWeek, breakGlassFor } = gate;
  const of = (mode: AskedMode) =>
    formatNumber(rules.filter(rule => rule.mode === mode).length);
  return (
    <tr>
      <th scope="row">
        {gate.title}
        <div className="acc-code acc-muted">{gate.gate}</div>
      </th>
      <td data-label={t('gates.points')}>{gate.points.join(', ')}</td>
      <td data-label={t('gates.rules')}>
        {t('gates.rulesOf', {
          enforce: of('enforce'),
          warn: of('warn'),
          audit: of('audit'),
        })}
      </td>
      <td data-label={t('gates.unclear')}>
        {t('gates.unclearOf', {
          unknown: t(`countedAs.${failurePolicy.onUnknown}`),
          error: t(`countedAs.${failurePolicy.onError}`),
          engine: t(`countedAs.${failurePolicy.onEngineError}`),
        })}
      </td>
      <td data-label={t('gates.lastWeek')}>
        {t('gates.lastWeekOf', {
          allow: formatNumber(lastWeek.allow),
          warn: formatNumber(lastWeek.warn),
          deny: formatNumber(lastWeek.deny),
        })}
        {lastWeek.brokenGlass > 0 && (
          <div className="acc-strong">
            {t('gates.brokenGlass', { count: lastWeek.brokenGlass })}
          </div>
        )}
      </td>
      <td data-label={t('gates.breakGlassFor')}>
        {breakGlassFor.length > 0
          ? breakGlassFor.map(refName).join(', ')
          : t('gates.nobody')}
      </td>
    </tr>
  );
}
