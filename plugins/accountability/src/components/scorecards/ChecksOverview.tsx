import {
  CheckStatus,
  checkStatuses,
  ScorecardServicesResponse,
} from 'backstage-plugin-accountability-common';
import { formatNumber, useText } from '../../text';
import { levelName } from '../marks';
import { Section } from '../states';
import { ScrollBox } from '../table';
import { ResultBar } from './ResultBar';

type Counts = Partial<Record<CheckStatus, number>>;

/** Every check with its results over all services; one opens the services that fail it. */
export function ChecksOverview(props: {
  data: ScorecardServicesResponse;
  onCheck(check: string): void;
}) {
  const t = useText();
  const { data, onCheck } = props;
  const { checks } = data.scorecard;
  return (
    <Section title={t('scorecard.checksTitle')} sub={t('scorecard.checksSub')}>
      <ScrollBox label={t('scorecard.checksTitle')}>
        <table
          className="acc-table acc-rows"
          aria-label={t('scorecard.checksTitle')}
        >
          <thead>
            <tr>
              <th style={{ minWidth: 220 }}>{t('scorecard.check')}</th>
              <th style={{ minWidth: 100 }}>{t('scorecard.burden')}</th>
              <th style={{ minWidth: 80 }}>{t('scorecard.level')}</th>
              <th style={{ minWidth: 80 }}>{t('scorecard.severity')}</th>
              <th style={{ minWidth: 70 }}>{t('scorecard.mode')}</th>
              <th style={{ minWidth: 260 }}>{t('scorecard.results')}</th>
            </tr>
          </thead>
          <tbody>
            {checks.map(check => (
              <tr key={check.check}>
                <th scope="row">
                  {check.title}
                  <div className="acc-code acc-muted">{check.check}</div>
                </th>
                <td data-label={t('scorecard.burden')}>
                  {t(`burden.${check.burden}`)}
                </td>
                <td data-label={t('scorecard.level')}>
                  {check.level && levelName(check.level)}
                </td>
                <td data-label={t('scorecard.severity')}>
                  {t(`severity.${check.severity}`)}
                </td>
                <td data-label={t('scorecard.mode')}>
                  {t(`mode.${check.mode}`)}
                </td>
                <td data-label={t('scorecard.results')}>
                  <Results
                    counts={data.counts[check.check] ?? {}}
                    title={check.title}
                    onFailing={() => onCheck(check.check)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Section>
  );
}

function Results(props: { counts: Counts; title: string; onFailing(): void }) {
  const t = useText();
  const { counts, title, onFailing } = props;
  const words = checkStatuses
    .filter(status => (counts[status] ?? 0) > 0)
    .map(status =>
      t('scorecard.resultsOf', {
        number: formatNumber(counts[status] ?? 0),
        status: t(`status.${status}`).toLocaleLowerCase('en'),
      }),
    )
    .join(', ');
  if (!words) {
    return <span className="acc-muted">{t('scorecard.noResults')}</span>;
  }
  return (
    <>
      <ResultBar counts={counts} label={words} />
      <span className="acc-label">{words}</span>
      {(counts.fail ?? 0) > 0 && (
        <>
          {' '}
          <button
            type="button"
            className="acc-link acc-textButton acc-small"
            aria-label={t('scorecard.showFailing', { check: title })}
            onClick={onFailing}
          >
            {t('scorecard.show')}
          </button>
        </>
      )}
    </>
  );
}
