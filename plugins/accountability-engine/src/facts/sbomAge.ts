import { componentOf } from '../supply';
import { ago, deployed } from '../testing';
import { DAY, earliest, formatDay } from '../time';
import { StandingBills, standingBills } from './billsOf';
import { defineFact, FactContext } from './defineFact';
import { nextRunningChange, runningDays } from './runningDeployments';
import { counted } from './wording';

const billed = (days: number, sha?: string, given: object = {}) => ({
  report: `bill-${days}-${sha}`,
  at: ago(days, 'd'),
  sha,
  defaultBranch: true,
  tellsDirect: true,
  components: [componentOf({ purl: 'pkg:npm/left-pad@1.3.0' })],
  ...given,
});

/** How many days the bill of materials is apart from what runs; 0 only where it is the bill of the commit that runs. */
export const sbomAge = defineFact({
  id: 'security.sbom_age',
  burden: 'security',
  question: 'Do we know what is built into what runs in production?',
  unit: 'days',
  windowDays: 0,
  needs: [],
  also: ['deployment'],
  source:
    'SBOM bound to the deployed commit (NTIA minimum elements of 2021, frequency: a new one for every build or release): 0 where the commit that was deployed last within 180 days has a bill; else whole days, at least 1, between the upload of the newest bill of the default branch and that deployment, either way; against now where it is not known which commit runs; the repository that is worst off, those of which nothing is known to run aside while anything is',
  ladder: {
    better: 'lower',
    bronze: 30,
    silver: 7,
    gold: 0,
    basis: 'convention',
  },
  gaming:
    'An old bill that is uploaded again for the commit that runs counts as its own, and so does one that names little; look at how many components it names, which is told beside it.',
  reads: ['bills'],
  lateDays: runningDays,

  changesAt(context) {
    return standingOf(context)
      .filter(one => one.basis === 'newest' && commitOf(one) === undefined)
      .map(one => one.bills[0].at + (daysApart(one, context) + 1) * DAY)
      .reduce<number | undefined>(earliest, nextRunningChange(context));
  },

  measure(context) {
    const standing = standingOf(context);
    const apart = standing.map(one => daysApart(one, context));
    const value = Math.max(...apart);
    const worst = standing.at(apart.indexOf(value));
    if (!worst) {
      return {
        status: 'unknown',
        reason: 'never-collected',
        because:
          'No bill of materials of the default branch or of what runs was uploaded; let CI send one in CycloneDX or SPDX for every commit that is deployed, with the commit named by the parameter sha',
      };
    }
    return {
      status: 'known',
      value,
      sampleSize: standing.length,
      evidence: standing.flatMap(({ bills, running }) => [
        ...bills.map(({ report }) => report),
        ...(running ? [running.deployment.id] : []),
      ]),
      because: describe(worst, value),
    };
  },

  examples: [
    {
      given: 'a bill of the commit that was deployed last',
      records: [deployed('a', { sha: 'ABCDEF1234' })],
      supply: { bills: [billed(3, 'abcdef1')] },
      gives: 0,
    },
    {
      given: 'a bill of nine days before what was deployed last',
      records: [
        deployed('a', { sha: 'aaaaaaa', startedAt: ago(12, 'd') }),
        deployed('b', { sha: 'bbbbbbb', startedAt: ago(3, 'd') }),
      ],
      supply: { bills: [billed(12, 'aaaaaaa')] },
      gives: 9,
    },
    {
      given: 'what was deployed last failed, and the one before still runs',
      records: [
        deployed('a', { sha: 'aaaaaaa', startedAt: ago(12, 'd') }),
        deployed('b', {
          sha: 'bbbbbbb',
          result: 'failure',
          startedAt: ago(3, 'd'),
        }),
      ],
      supply: { bills: [billed(12, 'aaaaaaa')] },
      gives: 0,
    },
    {
      given: 'a bill of the same hour, of another commit',
      records: [deployed('a', { sha: 'aaaaaaa', startedAt: ago(3, 'd') })],
      supply: { bills: [billed(3, 'bbbbbbb')] },
      gives: 1,
    },
    {
      given: 'a bill of eight days after the deployment, of a later commit',
      records: [
        deployed('a', {
          sha: 'aaaaaaa',
          startedAt: ago(10, 'd'),
          endedAt: ago(10, 'd'),
        }),
      ],
      supply: { bills: [billed(2, 'bbbbbbb')] },
      gives: 8,
    },
    {
      given: 'deployments that name no commit',
      records: [deployed('a', { sha: undefined, startedAt: ago(5, 'd') })],
      supply: { bills: [billed(5, 'aaaaaaa')] },
      gives: 5,
    },
    {
      given: 'no deployment was ever collected',
      supply: { bills: [billed(40, 'aaaaaaa'), billed(60, 'bbbbbbb')] },
      gives: 40,
    },
    {
      given: 'two repositories, one with a bill of what runs',
      records: [
        deployed('a', { sha: 'aaaaaaa', subject: 'x' }),
        deployed('b', {
          sha: 'bbbbbbb',
          subject: 'y',
          startedAt: ago(4, 'd'),
          endedAt: ago(4, 'd'),
        }),
      ],
      supply: {
        bills: [
          billed(2, 'aaaaaaa', { subject: 'x' }),
          billed(6, 'ccccccc', { subject: 'y' }),
        ],
      },
      gives: 2,
    },
    {
      given: 'a bill of a branch that does not run',
      records: [deployed('a', { sha: 'aaaaaaa' })],
      supply: { bills: [billed(3, 'bbbbbbb', { defaultBranch: false })] },
      gives: 'never-collected',
    },
    {
      given: 'no bill was ever uploaded',
      records: [deployed('a')],
      gives: 'never-collected',
    },
  ],
});

/** A repository may hold what is never deployed. */
function standingOf(context: FactContext): StandingBills[] {
  const all = standingBills(context);
  const runs = all.filter(({ running }) => running !== undefined);
  return runs.length > 0 ? runs : all;
}

function commitOf({ running }: StandingBills): string | undefined {
  return running?.deployment.sha;
}

function daysApart(one: StandingBills, { now }: FactContext): number {
  if (one.basis === 'deployed') return 0;
  const { running } = one;
  const at = running?.deployment.sha ? running.at : now;
  return Math.max(1, Math.floor(Math.abs(at - one.bills[0].at) / DAY));
}

function describe(one: StandingBills, days: number): string {
  const { bills, basis, running } = one;
  const [newest] = bills;
  const names = counted(
    new Set(bills.flatMap(bill => bill.components.map(({ purl }) => purl)))
      .size,
    'component',
  );
  const sha = commitOf(one);
  const commit = `commit ${sha?.slice(0, 7)}`;
  if (basis === 'deployed') {
    return `The bill of materials of ${commit}, which runs, names ${names}`;
  }
  const bill = `The newest bill of materials, uploaded on ${formatDay(
    newest.at,
  )}, names ${names}`;
  if (!running || !sha) {
    return `${bill} and is ${counted(
      days,
      'day',
    )} old; which commit runs is not known, let the source of deployments name it`;
  }
  return `${bill} and is ${counted(days, 'day')} ${
    newest.at > running.at ? 'younger' : 'older'
  } than the deployment of ${commit}, which runs and has none; let CI upload one for every commit that is deployed`;
}
