/** Who wrote lines; a person is never named, and none of the four says which. */
export type Writer = 'machine' | 'human' | 'mixed' | 'unknown';

/** A claim on lines of one file, both ends inclusive. */
export interface Claim {
  from: number;
  to: number;
  by: Writer;
}

/** Lines of a file by who wrote them. */
export type LineCounts = Record<Writer, number>;

/** No file is longer; a claim beyond is a mistake. */
const MOST_LINES = 10_000_000;

/** Whether a claim is one on lines that a file can have. */
export function isClaim({ from, to }: { from: number; to: number }): boolean {
  return from >= 1 && from <= to && to <= MOST_LINES;
}

/**
 * Counts the lines of a file that are claimed, each once however often it is
 * claimed. A line that both a machine and a person claim is mixed. Walks along
 * the ends of the claims, so a long one costs no more than a short one.
 */
export function countLines(claims: readonly Claim[]): LineCounts {
  const counts = none();
  const open = none();
  const ends = claims
    .flatMap(({ from, to, by }) => [
      { line: from, by, change: 1 },
      { line: to + 1, by, change: -1 },
    ])
    .sort((a, b) => a.line - b.line);
  let line = 0;
  for (const end of ends) {
    const writer = writerOf(open);
    if (writer) counts[writer] += end.line - line;
    open[end.by] += end.change;
    line = end.line;
  }
  return counts;
}

function writerOf(open: LineCounts): Writer | undefined {
  if (open.mixed > 0 || (open.machine > 0 && open.human > 0)) return 'mixed';
  if (open.machine > 0) return 'machine';
  if (open.human > 0) return 'human';
  return open.unknown > 0 ? 'unknown' : undefined;
}

function none(): LineCounts {
  return { machine: 0, human: 0, mixed: 0, unknown: 0 };
}
