import { useId } from 'react';
import { Box } from '@backstage/ui';
import {
  BurdenResult,
  ScorecardResponse,
} from 'backstage-plugin-accountability-common';
import { formatDay, useText } from '../../text';
import {
  checksOf,
  decidingCheck,
  PlacedCheck,
  readComparison,
} from '../reading';
import { BurdenMark, StatusIcon } from '../marks';
import { MetricButton } from '../metric';
import { Sparkline } from './Sparkline';
import { TileHeadline } from './TileHeadline';

/** One burden: its state, the fact that decides it, its trend and what is known. */
export function BurdenTile(props: {
  result: BurdenResult;
  scorecard: ScorecardResponse;
  at?: number;
}) {
  const t = useText();
  const id = useId();
  const { result, scorecard } = props;
  const { assessment, trends } = scorecard;
  const { check, fact } = decidingCheck(assessment, result);
  const limit = check?.clauses
    .map(readComparison)
    .find(read => read && read.operand === fact?.id);
  const points = fact ? trends[fact.id] ?? [] : [];
  const drawn = points.length > 1;
  return (
    <Box
      as="section"
      bg="neutral"
      className="acc-card acc-tile"
      aria-labelledby={id}
    >
      <div className="acc-tileHead">
        <h3 id={id}>{t(`burden.${result.burden}`)}</h3>
        <BurdenMark status={result.status} />
      </div>
      <TileHeadline result={result} check={check} fact={fact} points={points} />
      {fact && (
        <p className="acc-label">
          <MetricButton
            entityRef={assessment.entityRef}
            fact={fact}
            at={props.at}
          />
        </p>
      )}
      {fact && drawn && (
        <div className="acc-tileTrend">
          <Sparkline
            fact={fact.id}
            unit={fact.unit}
            points={points}
            limit={limit}
          />
        </div>
      )}
      {points.length === 1 && (
        <p className="acc-label">
          {t('tile.begins', { day: formatDay(Date.parse(points[0].day)) })}
        </p>
      )}
      {result.coverage.applicable > 0 && (
        <TileFoot
          result={result}
          checks={checksOf(assessment, result.burden)}
          low={!drawn}
        />
      )}
    </Box>
  );
}

function TileFoot(props: {
  result: BurdenResult;
  checks: PlacedCheck[];
  /** Without a trend the foot itself goes to the bottom of the tile. */
  low: boolean;
}) {
  const t = useText();
  const { known, applicable } = props.result.coverage;
  const pips = props.checks.filter(
    ({ mode, status }) => mode !== 'audit' && status !== 'not-applicable',
  );
  return (
    <div
      className="acc-tileFoot acc-label"
      style={props.low ? { marginTop: 'auto' } : undefined}
    >
      <span>
        {t('tile.known', {
          known: String(known),
          applicable: String(applicable),
        })}
      </span>
      <span className="acc-pips" aria-hidden>
        {pips.map(pip => (
          <StatusIcon
            key={`${pip.scorecard}/${pip.check}`}
            status={pip.status}
          />
        ))}
      </span>
    </div>
  );
}
