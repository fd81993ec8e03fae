import {
  Burden,
  BurdenResult,
  BurdenStatus,
  CheckResult,
  CheckStatus,
  Coverage,
  ScorecardResult,
} from 'backstage-plugin-accountability-common';
import { coverageOf } from './coverageOf';

interface Judged {
  check: CheckResult;
  scorecard: ScorecardResult;
}

/**
 * The state of one burden over all scorecards: the worst result decides. Under
 * half known it is unknown, unless what is known does not pass already.
 */
export function burdenOf(
  burden: Burden,
  scorecards: readonly ScorecardResult[],
): BurdenResult {
  const judged = scorecards.flatMap(scorecard =>
    scorecard.checks
      .filter(check => check.burden === burden)
      .filter(
        ({ mode, status }) => mode !== 'audit' && status !== 'not-applicable',
      )
      .map(check => ({ check, scorecard })),
  );
  const coverage = coverageOf(judged.map(({ check }) => check));
  const status = statusOf(judged, coverage);
  const deciding = decidingOf(judged, status);
  const notPassing = judged.filter(
    ({ check }) => check.status === 'fail' || check.status === 'warn',
  ).length;
  return {
    burden,
    status,
    coverage,
    notPassing,
    ...(deciding && { decidedBy: decidedBy(deciding) }),
    because: sentence(status, { judged, coverage, deciding }),
  };
}

const decidingStatus: Record<BurdenStatus, CheckStatus | undefined> = {
  'needs-work': 'fail',
  watch: 'warn',
  exempt: 'exempt',
  unknown: 'unknown',
  good: 'pass',
  'no-checks': undefined,
};

function statusOf(judged: Judged[], coverage: Coverage): BurdenStatus {
  const has = (status: CheckStatus) =>
    judged.some(({ check }) => check.status === status);
  if (coverage.applicable === 0) return 'no-checks';
  if (has('fail')) return 'needs-work';
  if (has('warn')) return 'watch';
  if (has('exempt')) return 'exempt';
  return coverage.known * 2 < coverage.applicable ? 'unknown' : 'good';
}

/** Of several checks with the deciding result the one that holds back the lowest level, then the first written. */
function decidingOf(
  judged: Judged[],
  status: BurdenStatus,
): Judged | undefined {
  let first: Judged | undefined;
  for (const item of judged) {
    if (item.check.status !== decidingStatus[status]) continue;
    if (!first || stepOf(item) < stepOf(first)) first = item;
  }
  return first;
}

function stepOf({ check, scorecard }: Judged): number {
  const step = scorecard.level.ladder.indexOf(check.level ?? '');
  return step < 0 ? Infinity : step;
}

function decidedBy({ check, scorecard }: Judged) {
  const outcome = check.status === 'unknown' ? 'unknown' : 'false';
  const clause = check.clauses.find(
    item => item.outcome === outcome && item.facts.length > 0,
  );
  const fact = clause?.facts[0] ?? check.facts[0];
  return {
    check: check.check,
    scorecard: scorecard.scorecard,
    ...(fact !== undefined && { fact }),
  };
}

function sentence(
  status: BurdenStatus,
  all: { judged: Judged[]; coverage: Coverage; deciding?: Judged },
): string {
  const { known, applicable } = all.coverage;
  const count = all.judged.filter(
    ({ check }) => check.status === decidingStatus[status],
  ).length;
  const title = all.deciding?.check.title;
  const of = `${count} of ${applicable} checks`;
  const verb = (one: string, many: string) => (count === 1 ? one : many);
  switch (status) {
    case 'no-checks':
      return 'No check of this burden applies.';
    case 'needs-work':
      return `${of} ${verb('fails', 'fail')}, first: ${title}.`;
    case 'watch':
      return `${of} ${verb('warns', 'warn')}, first: ${title}.`;
    case 'exempt':
      return `${of} ${verb(
        'is',
        'are',
      )} exempt and none fails, first: ${title}.`;
    case 'unknown':
      return `Only ${known} of ${applicable} checks are known; unknown first: ${title}.`;
    default:
      if (known < applicable) return `${of} pass, the others are unknown.`;
      return count === 1
        ? 'Its only check passes.'
        : `All ${count} checks pass.`;
  }
}
