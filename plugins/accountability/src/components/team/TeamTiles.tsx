import { PropsWithChildren, useId } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Box } from '@backstage/ui';
import {
  BurdenCell,
  burdens as order,
} from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../../api';
import { usePolled } from '../../hooks';
import { formatNumber, useText } from '../../text';
import { BurdenMark, CoverageBar } from '../marks';
import { BurdenTrend } from '../organisation/trend/BurdenTrend';
import { readTrends } from '../organisation/trend/readTrends';
import { TrendTable } from '../organisation/trend/TrendTable';
import { EmptySentence } from '../states';

/** Weeks are no matter of seconds. */
const REFRESH_MS = 60_000;

/** The five burdens of a team: the share of known checks that do not pass, and its twelve weeks. */
export function TeamTiles(props: { burdens: BurdenCell[]; groupRef: string }) {
  const t = useText();
  const { burdens, groupRef } = props;
  const api = useApi(accountabilityApiRef);
  // The tiles stand without it, so a fault of it is not told.
  const { data } = usePolled(() => api.getOrganisation({ group: groupRef }), {
    key: groupRef,
    everyMs: REFRESH_MS,
  });
  const { read, highest } = readTrends(data?.trends ?? []);
  const cells = order.flatMap(
    burden => burdens.find(cell => cell.burden === burden) ?? [],
  );
  return (
    <div className="acc-tiles" role="group" aria-label={t('tile.region')}>
      {cells.map(cell => (
        <Tile key={cell.burden} cell={cell}>
          {read
            .filter(({ burden }) => burden === cell.burden)
            .map(trend => (
              <BurdenTrend key={trend.burden} {...{ ...trend, highest }} />
            ))}
        </Tile>
      ))}
      {read.length > 0 && <TrendTable trends={read} />}
    </div>
  );
}

function Tile({ cell, children }: PropsWithChildren<{ cell: BurdenCell }>) {
  const t = useText();
  const id = useId();
  const known = cell.applicable - cell.unknown;
  const counts = { known: String(known), applicable: String(cell.applicable) };
  return (
    <Box
      as="section"
      bg="neutral"
      className="acc-card acc-tile"
      aria-labelledby={id}
    >
      <div className="acc-tileHead">
        <h3 id={id}>{t(`burden.${cell.burden}`)}</h3>
        <BurdenMark status={cell.status} />
      </div>
      <Share cell={cell} known={known} />
      {cell.applicable > 0 && (
        <div className="acc-tileWeeks">
          {children}
          <div className="acc-coverage">
            <CoverageBar
              coverage={{ known, applicable: cell.applicable }}
              label={t('coverage.checks', counts)}
            />
            <span className="acc-label">{t('tile.known', counts)}</span>
          </div>
        </div>
      )}
    </Box>
  );
}

function Share({ cell, known }: { cell: BurdenCell; known: number }) {
  const t = useText();
  if (cell.applicable === 0) {
    return <EmptySentence>{t('tile.none')}</EmptySentence>;
  }
  if (known === 0 || cell.status === 'unknown') {
    return <p className="acc-strong">{t('tile.cannot')}</p>;
  }
  // A share of the few that are known would speak for the many that are not.
  const mostKnown = known >= cell.unknown;
  return (
    <>
      <p>
        <span className="acc-big">
          {mostKnown
            ? formatNumber((100 * cell.notPassing) / known, 0)
            : formatNumber(cell.notPassing, 0)}
        </span>
        <span className="acc-unit">
          {mostKnown ? '%' : t('team.checks', { count: cell.notPassing })}
        </span>
      </p>
      <p className="acc-label">
        {t('team.notPassing', {
          number: String(cell.notPassing),
          known: String(known),
        })}
      </p>
    </>
  );
}
