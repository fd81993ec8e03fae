import { readInstant } from 'backstage-plugin-accountability-node';
import { readXml } from '../../bodies/readXml';
import { countOf, fieldOf, textOf } from '../../bodies/xmlFields';
import { countCobertura } from './countCobertura';
import { CoverageRead, Ran } from './CoverageRead';

/** Reads Cobertura's XML: its sums where it has them, else its lines one by one. */
export function cobertura(text: string): CoverageRead {
  const read = readXml(text, {
    what: "Cobertura's XML",
    lists: [],
    skip: ['coverage.packages'],
    strict: false,
  });
  if (!read.ok) return read;
  const root = read.value;
  if (fieldOf(root, '@clover') ?? fieldOf(root, 'project')) {
    return {
      ok: false,
      because: "Clover's XML is not read; write Cobertura's or lcov",
    };
  }
  const said = {
    tool: 'Cobertura',
    madeAt: readInstant(textOf(root, '@timestamp')),
  };
  const lines = ranOf(root, 'lines');
  if (lines) {
    const branches = ranOf(root, 'branches');
    return { ok: true, value: { ...said, lines, branches } };
  }
  const counted = countCobertura(text);
  return counted.ok
    ? { ok: true, value: { ...said, ...counted.value } }
    : counted;
}

function ranOf(root: unknown, what: string): Ran | undefined {
  const covered = countOf(root, `@${what}-covered`);
  const total = countOf(root, `@${what}-valid`);
  return covered === undefined || total === undefined
    ? undefined
    : { covered, total };
}
