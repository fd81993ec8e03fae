import { CoverageRead, Ran } from './CoverageRead';

interface Section {
  lines: Ran;
  branches: Ran;
}

interface Open {
  file: string;
  /** Counted one by one, for tools that write no sums. */
  counted: Section;
  said: { LF?: number; LH?: number; BRF?: number; BRH?: number };
}

/**
 * Reads lcov. Each file's sums are taken where it has them, else its lines are
 * counted. A file that stands in it twice, tested by two suites, counts once
 * with the better of the two.
 */
export function lcov(text: string): CoverageRead {
  const files = new Map<string, Section>();
  let open: Open | undefined;
  for (const line of linesOf(text)) {
    if (line.startsWith('SF:')) {
      open = { file: line.slice(3), counted: empty(), said: {} };
    } else if (open && line === 'end_of_record') {
      files.set(open.file, better(files.get(open.file), close(open)));
      open = undefined;
    } else if (open) {
      take(open, line);
    }
  }
  if (open) {
    return {
      ok: false,
      because: 'The lcov is cut off: its last record does not end',
    };
  }
  if (files.size === 0) {
    return { ok: false, because: 'The lcov names no file (SF:)' };
  }
  const sum = empty();
  for (const { lines, branches } of files.values()) {
    sum.lines.covered += lines.covered;
    sum.lines.total += lines.total;
    sum.branches.covered += branches.covered;
    sum.branches.total += branches.total;
  }
  return { ok: true, value: { tool: 'lcov', ...sum } };
}

function take({ counted, said }: Open, line: string): void {
  const colon = line.indexOf(':');
  const key = line.slice(0, colon);
  const value = line.slice(colon + 1);
  if (key === 'DA') {
    count(counted.lines, Number(value.split(',')[1]) > 0);
  } else if (key === 'BRDA') {
    count(counted.branches, Number(value.split(',')[3]) > 0);
  } else if (key === 'LF' || key === 'LH' || key === 'BRF' || key === 'BRH') {
    if (/^\d{1,9}$/.test(value)) said[key] = Number(value);
  }
}

function count(ran: Ran, isCovered: boolean): void {
  ran.total += 1;
  if (isCovered) ran.covered += 1;
}

function close({ counted, said }: Open): Section {
  const { LF, LH, BRF, BRH } = said;
  const sums = (found?: number, hit?: number) =>
    found === undefined || hit === undefined
      ? undefined
      : { covered: hit, total: found };
  return {
    lines: sums(LF, LH) ?? counted.lines,
    branches: sums(BRF, BRH) ?? counted.branches,
  };
}

function better(a: Section | undefined, b: Section): Section {
  const most = (x: Ran, y: Ran) => ({
    covered: Math.max(x.covered, y.covered),
    total: Math.max(x.total, y.total),
  });
  return a
    ? { lines: most(a.lines, b.lines), branches: most(a.branches, b.branches) }
    : b;
}

function empty(): Section {
  return {
    lines: { covered: 0, total: 0 },
    branches: { covered: 0, total: 0 },
  };
}

function* linesOf(text: string): Generator<string> {
  let from = 0;
  while (from < text.length) {
    const end = text.indexOf('\n', from);
    const to = end === -1 ? text.length : end;
    yield text.slice(from, to).trim();
    from = to + 1;
  }
}
