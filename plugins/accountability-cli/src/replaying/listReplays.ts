import { Replay } from 'backstage-plugin-accountability-common';

const head = ['ID', 'SOURCE', 'STATUS', 'READ', 'OF', 'CHANGED', 'ASKED'];

/** The latest replays as a table, one a line. */
export function listReplays(replays: Replay[]): string {
  if (replays.length === 0) return 'Nothing was read again yet\n';
  const rows = [head, ...replays.map(cellsOf)];
  const widths = head.map((_, column) =>
    Math.max(...rows.map(cells => cells[column].length)),
  );
  const lines = rows.map(cells =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}

function cellsOf(replay: Replay): string[] {
  const { id, source, status, read, total, changed, requestedAt } = replay;
  return [
    ...[id, source, status, String(read), String(total), String(changed)],
    `${new Date(requestedAt).toISOString().slice(0, 19)}Z`,
  ];
}
