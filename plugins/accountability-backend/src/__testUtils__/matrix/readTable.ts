/** A row of a table: what is tried, and the cell of each column by its name. */
export interface TableRow {
  tried: string;
  cells: Record<string, string>;
}

/** Rows of a table written as text: columns lie two spaces or more apart, the first line names them. */
export function readTable(table: string): TableRow[] {
  const [head, ...rows] = table
    .trim()
    .split('\n')
    .map(line => line.trim().split(/ {2,}/));
  return rows.map(([tried, ...cells]) => {
    if (cells.length !== head.length - 1) {
      throw new Error(
        `"${tried}" has ${cells.length} cells and not ${head.length - 1}`,
      );
    }
    return {
      tried,
      cells: Object.fromEntries(cells.map((cell, i) => [head[i + 1], cell])),
    };
  });
}
