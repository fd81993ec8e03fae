import { rootNameOf } from '../../bodies/readXml';
import { refuse } from '../../refuse';
import { Reading, UploadFormat } from '../../UploadFormat';
import { cobertura } from './cobertura';
import { Coverage, CoverageRead } from './CoverageRead';
import { istanbul } from './istanbul';
import { jacoco } from './jacoco';
import { lcov } from './lcov';

/** Coverage of tests, in whichever of four forms the body is. */
export const coverage: UploadFormat = {
  id: 'coverage',
  read: ({ text }): Reading => {
    const read = readCoverage(text);
    if (!read.ok) return refuse(read);
    const { tool, madeAt, lines, branches } = read.value;
    if (!isPossible(read.value)) {
      return {
        refused: 'The report covers more lines or branches than it has',
      };
    }
    return {
      reports: [
        {
          tool,
          madeAt,
          measures: {
            lines_covered: lines.covered,
            lines_total: lines.total,
            ...(branches?.total && {
              branches_covered: branches.covered,
              branches_total: branches.total,
            }),
          },
          closes: true,
        },
      ],
    };
  },
};

function readCoverage(text: string): CoverageRead {
  const root = rootNameOf(text);
  if (root === 'report') return jacoco(text);
  if (root === 'coverage') return cobertura(text);
  if (text.trimStart().startsWith('{')) return istanbul(text);
  if (/^\s*(TN|SF):/m.test(text.slice(0, 10_000))) return lcov(text);
  return {
    ok: false,
    because:
      "The body is no coverage that is known: lcov, Cobertura's XML, JaCoCo's XML, or istanbul's json-summary",
  };
}

function isPossible({ lines, branches }: Coverage): boolean {
  return [lines, branches].every(ran => !ran || ran.covered <= ran.total);
}
