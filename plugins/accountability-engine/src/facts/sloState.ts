import { ago, deployed, merged, reported } from '../testing';
import { DAY, earliest } from '../time';
import { defineFact, FactContext, Measurement } from './defineFact';
import { nextEnd } from './hasEnded';
import { newestReports, reportsOf, sumOf } from './newestReports';
import {
  isExhausted,
  onExhaustedBudget,
  policyDays,
} from './onExhaustedBudget';
import { sloAnnotation, sloDeclared } from './sloDeclared';
import { counted } from './wording';

/** A report tells of the service for so long. */
const fresh = 7 * DAY;

/** Reports from before the deployments that are looked at, which say how the budget stood. */
const reach = policyDays * DAY + fresh;

const annotated = {
  entity: {
    metadata: { annotations: { [sloAnnotation]: 'https://slo.example/pay' } },
  },
};
const slo = (days: number, measures: Record<string, number> = {}) =>
  reported(`slo-${days}`, {
    format: 'slo',
    startedAt: ago(days, 'd'),
    measures: {
      objectives: 2,
      measured: 2,
      exhausted: 0,
      policy: 1,
      ...measures,
    },
  });
/** The budget was exhausted from ten days ago to five days ago. */
const spent = [slo(20), slo(10, { exhausted: 1 }), slo(5), slo(1)];
const lineage = (title: string) => [
  merged('before', { sha: 'aaaaaaa', endedAt: ago(31, 'd') }),
  deployed('start', { sha: 'aaaaaaa', startedAt: ago(30, 'd') }),
  merged('then', { sha: 'bbbbbbb', endedAt: ago(9, 'd'), title }),
  deployed('out', { sha: 'bbbbbbb', startedAt: ago(8, 'd') }),
];

/** How far service level objectives (SLOs) are in use: 1 one is declared, 2 it is measured, 3 its error budget policy is acted on: nothing but fixes and rollbacks goes out while the budget is exhausted. */
export const sloState = defineFact({
  id: 'observability.slo_state',
  burden: 'observability',
  question: 'Do we know how good this service has to be, and act on it?',
  unit: 'level',
  windowDays: 0,
  needs: [],
  also: ['report', 'deployment', 'change'],
  reports: ['slo'],
  source:
    'Google SRE workbook, Implementing SLOs and its example error budget policy (releases halt on an exhausted budget but for fixes); our order: 1 the annotation accountability.io/slo of the entity, or a report of the last 35 days, declares an objective; 2 a report of the last 7 days measures one; 3 such a report also names the policy, and no production deployment of the last 28 days went out on a budget that the newest report before it said was exhausted, but for rollbacks, remedies and those that bring fixes alone; 0 where nothing is declared: the catalog is where that is said, so its silence is an answer; unknown where it is not known what such a deployment brought',
  ladder: {
    better: 'higher',
    bronze: 1,
    silver: 2,
    gold: 3,
    basis: 'convention',
  },
  gaming:
    'A loose objective is never exhausted, reports that pause hide when it is, and a feature called a fix passes for one; look at the incidents beside it.',
  lateDays: 35,

  changesAt(context) {
    const { now } = context;
    const { reports, newest, budget, lastSpent } = look(context);
    const decided = [...newest, ...budget.deciding, ...lastSpent];
    return [
      ...newest.map(({ at }) => at + fresh + 1),
      ...decided.map(({ report }) => report.startedAt + reach + 1),
      ...reports.map(({ report }) => nextEnd(now, report.uploads)),
      budget.nextChangeAt,
    ]
      .filter(at => at !== undefined && at > now)
      .reduce(earliest, undefined);
  },

  measure(context) {
    const { newest, recent } = look(context);
    const { isDeclared, words } = sloDeclared(context.service, newest);
    const known = (value: number, because: string) =>
      ({
        status: 'known',
        value,
        sampleSize: 1,
        evidence: newest.map(({ report }) => report.id),
        because,
      } as const);
    if (!isDeclared) {
      return known(
        0,
        `${words}; set it to where the objective is written, or upload a report of the format slo`,
      );
    }
    const measured = sumOf(recent, 'measured');
    if (measured === 0) {
      return known(
        1,
        `An SLO is declared by ${words}; for the second step upload a report of the format slo at least every 7 days that says what was attained`,
      );
    }
    const second = known(
      2,
      `${counted(measured, 'objective is', 'objectives are')} measured`,
    );
    return sumOf(recent, 'policy') > 0
      ? thirdStep(context, second)
      : {
          ...second,
          because: `${second.because}; for the third step write an error budget policy and name its address in the report`,
        };
  },

  examples: [
    { given: 'no annotation and no report', gives: 0 },
    {
      given: 'an annotation that is no address',
      service: {
        entity: { metadata: { annotations: { [sloAnnotation]: 'soon' } } },
      },
      gives: 0,
    },
    { given: 'an annotation', service: annotated, gives: 1 },
    {
      given: 'a last measurement of eight days ago',
      records: [slo(8)],
      gives: 1,
    },
    {
      given: 'a report without a policy',
      records: [slo(1, { policy: 0 })],
      gives: 2,
    },
    {
      given: 'a feature deployed on an exhausted budget',
      records: [...spent, ...lineage('feat: pay later')],
      gives: 2,
    },
    {
      given: 'a fix deployed on an exhausted budget',
      records: [...spent, ...lineage('fix: pay once')],
      gives: 3,
    },
    {
      given: 'a feature deployed before the budget was exhausted',
      records: [
        slo(7, { exhausted: 1 }),
        slo(1),
        ...lineage('feat: pay later'),
      ],
      gives: 3,
    },
    {
      given: 'a deployment on an exhausted budget that names no known commit',
      records: [...spent, deployed('out', { startedAt: ago(8, 'd') })],
      gives: 'insufficient-data',
    },
    {
      given: 'an exhausted budget, and no deployment was ever told of',
      records: spent,
      gives: 'insufficient-data',
    },
  ],
});

function look(context: FactContext) {
  const { now } = context;
  const reports = reportsOf(context, { format: 'slo', reach });
  const newest = newestReports(reports, now);
  return {
    reports,
    newest,
    recent: newest.filter(({ at }) => at >= now - fresh),
    budget: onExhaustedBudget(context, reports),
    lastSpent: reports.filter(isExhausted).slice(-1),
  };
}

/** Whether the policy is acted on, by what went out while it asked to halt. */
function thirdStep(
  context: FactContext,
  second: Extract<Measurement, { status: 'known' }>,
): Measurement {
  const { budget, lastSpent } = look(context);
  const { mends, others, untold, isTold } = budget;
  const deployments = (count: number) =>
    counted(
      count,
      `deployment to ${context.environment}`,
      `deployments to ${context.environment}`,
    );
  if (others.length > 0) {
    return {
      ...second,
      evidence: others.map(({ id }) => id),
      because: `${
        second.because
      }; for the third step only fixes and rollbacks may go out while the error budget is exhausted, and in ${policyDays} days ${deployments(
        others.length,
      )} brought something else`,
    };
  }
  const unknown = { status: 'unknown', reason: 'insufficient-data' } as const;
  if (untold.length > 0) {
    return {
      ...unknown,
      sampleSize: 1,
      evidence: untold.map(({ id }) => id),
      because: `Whether ${deployments(
        untold.length,
      )} on an exhausted error budget brought fixes alone is not known, which the third step asks for; let the source of deployments send the commit that was merged, and connect the source of changes`,
    };
  }
  if (!isTold && lastSpent.length > 0) {
    return {
      ...unknown,
      sampleSize: 1,
      evidence: lastSpent.map(({ report }) => report.id),
      because: `The error budget was exhausted and no deployment to ${context.environment} was told of in 90 days, so whether releases halted is not known, which the third step asks for; connect the source of deployments`,
    };
  }
  return {
    ...second,
    value: 3,
    because: `${second.because} and the error budget policy is acted on: ${
      mends.length > 0
        ? `only fixes and rollbacks, ${deployments(mends.length)},`
        : 'nothing'
    } went out on an exhausted budget in ${policyDays} days`,
  };
}
