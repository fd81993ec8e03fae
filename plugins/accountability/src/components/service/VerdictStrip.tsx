import { Box } from '@backstage/ui';
import { ScorecardResponse } from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { ownersAround } from '../reading';
import { CoveragePart } from './CoveragePart';
import { LevelPart } from './LevelPart';
import { OwnerPart } from './OwnerPart';

/** The first answer of the page: level, coverage, who answered before, who answers now. */
export function VerdictStrip(props: {
  scorecard: ScorecardResponse;
  past: boolean;
}) {
  const t = useText();
  const { assessment, spans, asOf } = props.scorecard;
  const { current, previous } = ownersAround(spans, asOf);
  return (
    <Box
      as="section"
      bg="neutral"
      className="acc-card acc-strip"
      aria-label={t('verdict.label')}
    >
      <LevelPart scorecards={assessment.scorecards} />
      <CoveragePart coverage={assessment.coverage} />
      <OwnerPart label={t('verdict.before')} span={previous} before />
      <OwnerPart
        label={props.past ? t('verdict.then') : t('verdict.now')}
        span={current}
      />
    </Box>
  );
}
