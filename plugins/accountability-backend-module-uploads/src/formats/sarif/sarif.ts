import { readInstant } from 'backstage-plugin-accountability-node';
import { refuse } from '../../refuse';
import { Reading, UploadedReport, UploadFormat } from '../../UploadFormat';
import { countEqual } from './countEqual';
import { isResult } from './isResult';
import { pathFinder } from './pathFinder';
import { ReadRun, readRuns } from './readRuns';
import { ruleFinder } from './ruleFinder';
import { SarifRun } from './sarifLog';
import { toFinding } from './toFinding';

/** SARIF 2.1.0: results of scanners. */
export const sarif: UploadFormat = {
  id: 'sarif',
  read: ({ text, binding }): Reading => {
    const read = readRuns(text);
    if (!read.ok) return refuse(read);
    const runs = read.value;
    if (runs.length === 0) return { ignored: 'The file holds no run' };
    const strange = runs.find(({ run }) => !isOfCommit(run, binding.sha));
    if (strange) {
      return {
        refused: `The run of ${strange.run.tool.driver.name.slice(
          0,
          100,
        )} says that it scanned another commit than ${
          binding.sha
        }; pass the sha that was scanned`,
      };
    }
    return { reports: groupRuns(runs, binding.category).map(toReport) };
  },
};

/** A run that names commits names the one it scanned among them. */
function isOfCommit(
  { versionControlProvenance: provenance = [] }: SarifRun,
  sha = '',
): boolean {
  const revisions = provenance.flatMap(
    ({ revisionId }) => revisionId?.toLowerCase() ?? [],
  );
  return (
    revisions.length === 0 ||
    revisions.some(each => each.startsWith(sha) || sha.startsWith(each))
  );
}

interface Group {
  tool: string;
  category: string | undefined;
  runs: ReadRun[];
}

/** Runs of one tool and category are one report: they would replace each other otherwise. */
function groupRuns(
  runs: readonly ReadRun[],
  said: string | undefined,
): Group[] {
  const groups = new Map<string, Group>();
  for (const each of runs) {
    const { run } = each;
    const tool = run.tool.driver.name;
    const category = said ?? categoryOf(run);
    const key = JSON.stringify([tool, category]);
    const known = groups.get(key);
    if (known) known.runs.push(each);
    else groups.set(key, { tool, category, runs: [each] });
  }
  return [...groups.values()];
}

/** What stands before the last slash of the run's id; behind it stands which run it is. */
function categoryOf({ automationDetails }: SarifRun): string | undefined {
  const id = automationDetails?.id ?? '';
  return id.slice(0, Math.max(0, id.lastIndexOf('/'))) || undefined;
}

function toReport({ tool, category, runs }: Group): UploadedReport {
  const failed = runs.filter(hasFailed).length;
  const wrong = runs.flatMap(({ run, results = [] }) => {
    const ruleOf = ruleFinder(run);
    const pathOf = pathFinder(run);
    return results
      .filter(isResult)
      .map(result => ({ result, rule: ruleOf(result), path: pathOf(result) }));
  });
  const keyed = wrong.flatMap(
    each => toFinding({ tool, category, ...each }) ?? [],
  );
  return {
    tool,
    category,
    madeAt: madeAt(runs),
    measures: {
      failed_runs: failed,
      ...(failed === 0 && { results: wrong.length }),
    },
    findings: countEqual(keyed),
    closes: failed === 0,
  };
}

/** A run that ended badly, or that gives no list of results at all: it looked at nothing, or not at everything. */
function hasFailed({ run, results }: ReadRun): boolean {
  const { invocations = [] } = run;
  return (
    !results ||
    invocations.some(({ executionSuccessful }) => executionSuccessful === false)
  );
}

function madeAt(runs: readonly ReadRun[]): string | undefined {
  return runs
    .flatMap(({ run }) => run.invocations ?? [])
    .flatMap(each => readInstant(each.endTimeUtc ?? each.startTimeUtc) ?? [])
    .sort()
    .pop();
}
