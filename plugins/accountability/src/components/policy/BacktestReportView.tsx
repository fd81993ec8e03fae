import {
  BacktestCheck,
  BacktestReport,
  CheckStatus,
} from 'backstage-plugin-accountability-common';
import { formatNumber, useText } from '../../text';
import { refName } from '../reading';
import { ServiceLink } from '../record';
import { ResultBar } from '../scorecards';
import { Section } from '../states';
import { ScrollBox } from '../table';
import { Faults } from './DocumentsTable';
import { WeekBars } from './WeekBars';

/** What would be if the candidate were in force, and what would have been. */
export function BacktestReportView({ report }: { report: BacktestReport }) {
  const t = useText();
  const { checks, faults, limits, services, days } = report;
  return (
    <>
      {faults.length > 0 && (
        <Section title={t('backtest.faults')}>
          <Faults faults={faults} />
        </Section>
      )}
      {checks.length > 0 && (
        <Section
          title={t('backtest.results')}
          sub={t('backtest.resultsSub', {
            count: services,
            number: formatNumber(services),
            days: formatNumber(days),
          })}
        >
          <ScrollBox label={t('backtest.results')}>
            <table
              className="acc-table acc-rows"
              aria-label={t('backtest.results')}
            >
              <thead>
                <tr>
                  <th style={{ minWidth: 180 }}>{t('backtest.check')}</th>
                  <th style={{ minWidth: 180 }}>{t('backtest.now')}</th>
                  <th style={{ minWidth: 200 }}>{t('backtest.newly')}</th>
                  <th style={{ minWidth: 180 }}>{t('backtest.past')}</th>
                  <th style={{ minWidth: 240 }}>{t('backtest.incidents')}</th>
                </tr>
              </thead>
              <tbody>
                {checks.map(check => (
                  <Row
                    key={`${check.scorecard}/${check.check}`}
                    check={check}
                  />
                ))}
              </tbody>
            </table>
          </ScrollBox>
        </Section>
      )}
      {limits.length > 0 && (
        <Section title={t('backtest.limits')}>
          <ul className="acc-sentences">
            {limits.map(limit => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Row({ check }: { check: BacktestCheck }) {
  const t = useText();
  return (
    <tr>
      <th scope="row">
        {check.title}
        <div className="acc-code acc-muted">
          {check.scorecard}/{check.check}
        </div>
      </th>
      <td data-label={t('backtest.now')}>
        <Now check={check} />
      </td>
      <td data-label={t('backtest.newly')}>
        <Newly check={check} />
      </td>
      <td data-label={t('backtest.past')}>
        <WeekBars past={check.past} />
      </td>
      <td data-label={t('backtest.incidents')}>{check.incidents.because}</td>
    </tr>
  );
}

function Now({ check }: { check: BacktestCheck }) {
  const t = useText();
  const { notApplicable, ...counted } = check.now;
  const counts: Partial<Record<CheckStatus, number>> = {
    ...counted,
    'not-applicable': notApplicable,
  };
  const told = ['fail', 'warn', 'exempt', 'unknown', 'pass'] as const;
  const words = told
    .filter(status => counted[status] > 0)
    .map(status =>
      t('scorecard.resultsOf', {
        number: formatNumber(counted[status]),
        status: t(`status.${status}`).toLocaleLowerCase('en'),
      }),
    )
    .join(', ');
  return (
    <>
      <ResultBar counts={counts} label={words} />
      <span className="acc-label">{words}</span>
    </>
  );
}

function Newly({ check }: { check: BacktestCheck }) {
  const t = useText();
  const { newlyFailing } = check;
  if (newlyFailing.length === 0) {
    return <span className="acc-muted">{t('backtest.newlyNone')}</span>;
  }
  return (
    <ul className="acc-sentences">
      {newlyFailing.map(({ owner, services, total }) => (
        <li key={owner ?? ''}>
          {t('backtest.newlyOf', {
            count: total,
            owner: owner ? refName(owner) : t('owner.none'),
          })}
          <div className="acc-links acc-small">
            {services.map(({ entityRef, title, because }) => (
              <span key={entityRef} title={because}>
                <ServiceLink entityRef={entityRef}>{title}</ServiceLink>
              </span>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
