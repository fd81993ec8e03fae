import { OrganisationCell } from 'backstage-plugin-accountability-common';

/** What a cell of the heat map says. */
export type CellReading =
  | { is: 'none' }
  | { is: 'unknown' }
  | {
      is: 'share';
      /** Percent of the known results that do not pass. */
      percent: number;
      /** Place of the colour, 0 to 4. */
      heat: number;
      /** Points of percent since four weeks ago; absent where that is little or not known. */
      moved?: number;
    };

/** Percent from which on the next colour is taken. */
export const heatFrom = [0, 8, 16, 26, 38];

/** Fewer points than this are noise: one result of 33. */
const LEAST_MOVED = 3;

/** Reads a cell; a share of the few that are known would speak for the many that are not, so under half known is unknown. */
export function readCell(
  cell: Pick<OrganisationCell, 'notPassing' | 'known' | 'applicable'> &
    Partial<Pick<OrganisationCell, 'before'>>,
): CellReading {
  const { notPassing, known, applicable, before } = cell;
  if (applicable === 0) return { is: 'none' };
  if (known === 0 || 2 * known < applicable) return { is: 'unknown' };
  const percent = (100 * notPassing) / known;
  const heat = heatFrom.filter(from => Math.round(percent) >= from).length - 1;
  const wasKnown = before && before.known > 0 && 2 * before.known >= applicable;
  const moved = wasKnown
    ? percent - (100 * before.notPassing) / before.known
    : 0;
  return Math.abs(moved) >= LEAST_MOVED
    ? { is: 'share', percent, heat, moved: Math.round(moved) }
    : { is: 'share', percent, heat };
}
