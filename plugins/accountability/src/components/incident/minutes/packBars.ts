import { Extent, Room } from './placeBar';

const CLEAR = 4;

interface Taken extends Pick<Room, 'extent' | 'drop'> {
  text: Extent;
  row: number;
}

/**
 * Gives each bar a row, in the order given: no two meet in a row, and where it
 * can be helped no line falls through words. Bars with a line take their rows
 * from left to right, so that each line falls left of what stands below it.
 */
export function packBars(bars: Room[]): number[] {
  const taken: Taken[] = [];
  const rows = new Map<Room, number>();
  const take = (bar: Room) => {
    const row = freeRow(bar, taken);
    rows.set(bar, row);
    taken.push({ ...bar, row });
  };
  const linked = bars.filter(({ drop }) => drop !== undefined);
  const rest = bars.filter(({ drop }) => drop === undefined);
  [...linked].sort((a, b) => a.bar.x - b.bar.x).forEach(take);
  rest.filter(({ inBow }) => inBow).forEach(take);
  const bowed = bars.filter(({ inBow }) => inBow);
  if (bowed.length > 1) taken.push(bowOf(bowed, rows));
  rest.filter(({ inBow }) => !inBow).forEach(take);
  return bars.map(bar => rows.get(bar) ?? 0);
}

/** The first row in which it meets nothing; a new one below all where there is none. */
function freeRow(bar: Room, taken: Taken[]): number {
  const count = Math.max(0, ...taken.map(({ row }) => row + 1));
  for (let row = 0; row <= count; row += 1) {
    const one = { ...bar, row };
    if (taken.every(other => !meets(one, other))) return row;
  }
  return count;
}

function meets(a: Taken, b: Taken): boolean {
  if (a.row === b.row) {
    return a.extent.from <= b.extent.to && b.extent.from <= a.extent.to;
  }
  const [upper, lower] = a.row < b.row ? [a, b] : [b, a];
  const { drop } = upper;
  return (
    drop !== undefined &&
    drop >= lower.text.from - CLEAR &&
    drop <= lower.text.to + CLEAR
  );
}

/** The row below a remedy and what it undid, where the bow between them hangs. */
function bowOf(bowed: Room[], rows: Map<Room, number>): Taken {
  const extent = {
    from: Math.min(...bowed.map(({ bar }) => bar.x + bar.width)),
    to: Math.max(...bowed.map(({ bar }) => bar.x)),
  };
  const row = 1 + Math.max(...bowed.map(bar => rows.get(bar) ?? 0));
  return { extent, text: extent, row };
}
