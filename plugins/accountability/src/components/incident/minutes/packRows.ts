/** What takes room from one px to another. */
export interface Extent {
  from: number;
  to: number;
}

/** Gives each extent, in the order given, the first row in which it meets no other. */
export function packRows(extents: Extent[]): number[] {
  const rows: Extent[][] = [];
  return extents.map(extent => {
    const free = rows.findIndex(row =>
      row.every(each => extent.to < each.from || extent.from > each.to),
    );
    const row = free >= 0 ? free : rows.length;
    rows[row] = [...(rows[row] ?? []), extent];
    return row;
  });
}
