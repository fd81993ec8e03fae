import { Read } from '../../bodies/Read';
import { readXml } from '../../bodies/readXml';
import { childrenOf, fieldOf, textOf } from '../../bodies/xmlFields';
import { Ran } from './CoverageRead';

/** Counts the lines of Cobertura's XML. Classes of one file share its lines, and each counts once. */
export function countCobertura(
  text: string,
): Read<{ lines: Ran; branches: Ran }> {
  const read = readXml(text, {
    what: "Cobertura's XML",
    lists: ['package', 'class', 'line'],
    skip: ['*.methods', '*.conditions'],
    strict: true,
  });
  if (!read.ok) return read;
  const lines = new Map<string, boolean>();
  const branches = new Map<string, Ran>();
  for (const { file, line } of linesOf(read.value)) {
    const key = `${file}:${textOf(line, '@number')}`;
    const isHit = Number(textOf(line, '@hits')) > 0;
    lines.set(key, isHit || lines.get(key) === true);
    const branch = readBranch(textOf(line, '@condition-coverage'));
    if (branch) branches.set(key, branch);
  }
  if (lines.size === 0) {
    return {
      ok: false,
      because: 'The <coverage> counts no lines and lists none',
    };
  }
  const sum = { covered: 0, total: 0 };
  for (const { covered, total } of branches.values()) {
    sum.covered += covered;
    sum.total += total;
  }
  const covered = [...lines.values()].filter(Boolean).length;
  return {
    ok: true,
    value: { lines: { covered, total: lines.size }, branches: sum },
  };
}

function* linesOf(root: unknown): Generator<{ file: string; line: unknown }> {
  const packages = childrenOf(fieldOf(root, 'packages'), 'package');
  for (const each of packages) {
    for (const one of childrenOf(fieldOf(each, 'classes'), 'class')) {
      const file = textOf(one, '@filename') ?? '';
      const lines = childrenOf(fieldOf(one, 'lines'), 'line');
      for (const line of lines) yield { file, line };
    }
  }
}

/** `50% (1/2)`. */
function readBranch(given: string | undefined): Ran | undefined {
  const found = /\((\d{1,6})\/(\d{1,6})\)/.exec(given ?? '');
  return found
    ? { covered: Number(found[1]), total: Number(found[2]) }
    : undefined;
}
