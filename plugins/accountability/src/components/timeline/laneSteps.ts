import { LaneItem } from './useLanes';

/** How near a pointer must be to take a mark, px: half of the least target size. */
const REACH = 12;

/** Where a key leads from a mark; absent where the key moves nothing. */
export function stepItem(
  key: string,
  from: number,
  count: number,
): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(count - 1, from + 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, from - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** The mark nearest to a point and within reach of it. */
export function nearestItem(
  items: LaneItem[],
  point: { x: number; y: number },
): number | undefined {
  let best: number | undefined;
  let least = REACH * REACH * 4;
  items.forEach((item, index) => {
    const away = (item.x - point.x) ** 2 + (item.y - point.y) ** 2;
    const inReach = Math.abs(item.x - point.x) <= REACH;
    if (inReach && away < least) {
      best = index;
      least = away;
    }
  });
  return best;
}
