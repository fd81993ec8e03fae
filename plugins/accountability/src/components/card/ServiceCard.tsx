import { useApi } from '@backstage/frontend-plugin-api';
import { Box, ButtonLink } from '@backstage/ui';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import {
  burdens,
  ScorecardResponse,
} from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../../api';
import { POLL_MS, usePolled } from '../../hooks';
import { useText } from '../../text';
import { BurdenMark, CoverageBar, LevelMark } from '../marks';
import { hasLadder, refName } from '../reading';
import { Answer } from '../states';

/** The verdict on a service for its overview: level, burdens, coverage. */
export function ServiceCard({ entityRef }: { entityRef: string }) {
  const api = useApi(accountabilityApiRef);
  const scorecard = usePolled(() => api.getScorecard(entityRef), {
    key: entityRef,
    everyMs: POLL_MS,
  });
  return (
    <div className="acc-stack">
      <Answer polled={scorecard} what={refName(entityRef)} boxes={[250]}>
        {data => <Verdict scorecard={data} entityRef={entityRef} />}
      </Answer>
    </div>
  );
}

function Verdict(props: { scorecard: ScorecardResponse; entityRef: string }) {
  const t = useText();
  const link = useEntityRefLink();
  const { assessment } = props.scorecard;
  const [first] = assessment.scorecards.filter(hasLadder);
  const { coverage } = assessment;
  const known = t('coverage.checks', {
    known: String(coverage.known),
    applicable: String(coverage.applicable),
  });
  return (
    <Box
      as="section"
      bg="neutral"
      className="acc-card"
      aria-label={t('card.title')}
    >
      <div className="acc-cardHead">
        <h2>{t('card.title')}</h2>
        <ButtonLink
          size="small"
          variant="secondary"
          href={`${link(props.entityRef)}/accountability`}
        >
          {t('card.open')}
        </ButtonLink>
      </div>
      <div className="acc-cardBody">
        <div className="acc-cardVerdict">
          {first ? (
            <LevelMark
              name={first.level.name}
              rank={first.level.rank}
              ladder={first.level.ladder}
              large
            />
          ) : (
            t('verdict.noScorecard')
          )}
          <div className="acc-coverage">
            <CoverageBar coverage={coverage} label={known} />
            <span className="acc-label">{known}</span>
          </div>
        </div>
        <Burdens scorecard={props.scorecard} />
      </div>
    </Box>
  );
}

function Burdens({ scorecard }: { scorecard: ScorecardResponse }) {
  const t = useText();
  return (
    <dl className="acc-facts" aria-label={t('card.burdens')}>
      {burdens.map(burden => {
        const result = scorecard.assessment.burdens.find(
          each => each.burden === burden,
        );
        return (
          result && (
            <div key={burden} style={{ display: 'contents' }}>
              <dt>{t(`burden.${burden}`)}</dt>
              <dd>
                <BurdenMark status={result.status} />
              </dd>
            </div>
          )
        );
      })}
    </dl>
  );
}
