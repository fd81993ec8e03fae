import '../../theme/tokens.css';
import '../../theme/accountability.css';
import '../../theme/records.css';
import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import {
  ScorecardSummary,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { Link } from 'react-router-dom';
import { policyApiRef } from '../../api';
import { usePolled } from '../../hooks';
import { scorecardRouteRef } from '../../routes';
import { formatNumber, useText } from '../../text';
import { StartLink } from '../links';
import { levelName } from '../marks';
import { Page } from '../page';
import { OwnerName } from '../service/OwnerName';
import { Answer, EmptySentence, Section } from '../states';
import { ScrollBox } from '../table';

/** Scorecards in force; each opens its services by its checks. */
export function ScorecardsPage() {
  const t = useText();
  const api = useApi(policyApiRef);
  const polled = usePolled(() => api.getScorecards(), { key: 'scorecards' });
  return (
    <Page>
      <Answer
        polled={polled}
        what={t('scorecards.what')}
        permission={scorecardReadPermission.name}
        boxes={[240]}
      >
        {({ scorecards }) => (
          <Section title={t('scorecards.title')} sub={t('scorecards.sub')}>
            {scorecards.length === 0 ? (
              <>
                <EmptySentence>{t('scorecards.none')}</EmptySentence>
                <p>
                  <StartLink step="policy" />
                </p>
              </>
            ) : (
              <>
                <Table scorecards={scorecards} />
                {scorecards.every(({ services }) => services === 0) && (
                  <EmptySentence>{t('scorecards.noServices')}</EmptySentence>
                )}
              </>
            )}
          </Section>
        )}
      </Answer>
    </Page>
  );
}

function Table({ scorecards }: { scorecards: ScorecardSummary[] }) {
  const t = useText();
  return (
    <ScrollBox label={t('scorecards.title')}>
      <table className="acc-table acc-rows" aria-label={t('scorecards.title')}>
        <thead>
          <tr>
            <th style={{ minWidth: 200 }}>{t('scorecards.scorecard')}</th>
            <th style={{ minWidth: 130 }}>{t('scorecards.owner')}</th>
            <th style={{ minWidth: 90 }}>{t('scorecards.checks')}</th>
            <th style={{ minWidth: 180 }}>{t('scorecards.ladder')}</th>
            <th className="acc-right">{t('scorecards.services')}</th>
          </tr>
        </thead>
        <tbody>
          {scorecards.map(scorecard => (
            <Row key={scorecard.scorecard} scorecard={scorecard} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Row({ scorecard }: { scorecard: ScorecardSummary }) {
  const t = useText();
  const page = useRouteRef(scorecardRouteRef);
  const { scorecard: name, title, owner, checks, levels } = scorecard;
  return (
    <tr>
      <th scope="row">
        {page ? (
          <Link className="acc-link" to={page({ scorecard: name })}>
            {title}
          </Link>
        ) : (
          title
        )}
        <div className="acc-code acc-muted">{name}</div>
      </th>
      <td data-label={t('scorecards.owner')}>
        <OwnerName owner={owner} />
      </td>
      <td data-label={t('scorecards.checks')}>
        {t('scorecards.checksOf', { count: checks.length })}
        {checks.every(({ mode }) => mode === 'audit') && (
          <div className="acc-label">{t('scorecards.triedOut')}</div>
        )}
      </td>
      <td data-label={t('scorecards.ladder')}>
        {levels.map(levelName).join(', ')}
      </td>
      <td className="acc-right" data-label={t('scorecards.services')}>
        {formatNumber(scorecard.services)}
      </td>
    </tr>
  );
}
