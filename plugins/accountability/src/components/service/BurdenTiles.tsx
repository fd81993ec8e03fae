import {
  burdens,
  ScorecardResponse,
} from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { BurdenTile } from './BurdenTile';

/** The five burdens, always in the same order. */
export function BurdenTiles(props: {
  scorecard: ScorecardResponse;
  at?: number;
}) {
  const t = useText();
  const { scorecard, at } = props;
  const results = burdens.flatMap(
    burden =>
      scorecard.assessment.burdens.find(each => each.burden === burden) ?? [],
  );
  return (
    <div className="acc-tiles" role="group" aria-label={t('tile.region')}>
      {results.map(result => (
        <BurdenTile
          key={result.burden}
          result={result}
          scorecard={scorecard}
          at={at}
        />
      ))}
    </div>
  );
}
