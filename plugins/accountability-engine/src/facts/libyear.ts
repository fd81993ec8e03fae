import { orderBy } from 'lodash';
import {
  Bill,
  Component,
  componentOf,
  driftOf,
  nextRelease,
  PackageHistory,
  packageName,
} from '../supply';
import { ago, deployed } from '../testing';
import { DAY, earliest } from '../time';
import { defineFact, FactContext } from './defineFact';
import { directDependencies } from './directDependencies';
import { nextRunningChange, runningDays } from './runningDeployments';
import { counted } from './wording';

/** Julian years, as libyear counts. */
const YEAR = 365.25 * DAY;
/** Less than this share of known dependencies says nothing of all of them. */
const leastKnown = 0.5;
/** So many of the dependencies that are farthest behind are told. */
const mostTold = 5;

const bill = (
  purls: readonly string[],
  given: Partial<Bill> = {},
): readonly Bill[] => [
  {
    report: 'r1',
    at: ago(2, 'd'),
    sha: 'sha-of-d1',
    tellsDirect: true,
    components: purls.map(purl => componentOf({ purl, direct: true })),
    ...given,
  },
];
/** Versions by how many years ago they came out, the oldest first; all were the newest then. */
const history = (versions: Record<string, number>): PackageHistory => {
  const released = Object.entries(versions).map(([version, years]) => ({
    version,
    at: ago(years * 365.25, 'd'),
  }));
  return {
    releasedAt: new Map(released.map(({ version, at }) => [version, at])),
    newest: released,
  };
};
const releases = new Map([
  ['pkg:npm/a', history({ '1.0.0': 4, '2.0.0': 1 })],
  ['pkg:npm/b', history({ '1.0.0': 3, '1.1.0': 2 })],
  ['pkg:npm/c', history({ '1.0.0': 2, '2.0.0': -1 })],
]);

/** How many years the packages that the service asks for itself are behind their newest stable release, on average. */
export const libyear = defineFact({
  id: 'security.libyear_per_dependency',
  burden: 'security',
  question: 'How far behind are the packages that we chose ourselves?',
  unit: 'years',
  windowDays: 0,
  needs: [],
  also: ['deployment'],
  source:
    'libyear of Cox et al., ICSE 2015, whose outdated systems were four times as likely to have security issues: for each direct dependency the time from the release of the version used to that of the newest stable one, at least 0, summed in years of 365.25 days, over the direct dependencies of which both are known; versions released after the instant asked about do not count; unknown where fewer than half are known; the ladder is our own',
  ladder: {
    better: 'lower',
    bronze: 2,
    silver: 1,
    gold: 0.5,
    basis: 'convention',
  },
  gaming:
    'What is copied into the repository is in no bill, and a package that nobody maintains any more is never behind; look at reliability.runtime_eol and known holes beside it.',
  lateDays: runningDays,
  reads: ['bills', 'releases'],

  changesAt(context) {
    const next = nextRunningChange(context);
    const direct = directDependencies(context);
    if ('status' in direct) return next;
    return direct.components.reduce((soonest, component) => {
      const known = context.supply.releases.get(component.package);
      return earliest(
        soonest,
        known && nextRelease(known, component.version, context.now),
      );
    }, next);
  },

  measure(context) {
    const direct = directDependencies(context);
    if ('status' in direct) return direct;
    const { components, reports: evidence, basis } = direct;
    if (components.length === 0) {
      return {
        status: 'unknown',
        reason: 'not-applicable',
        evidence,
        because: `It asks for no package itself, ${basis}`,
      };
    }
    const drifts = components.flatMap(one => driftIn(context, one) ?? []);
    const unknown = components.length - drifts.length;
    if (drifts.length < components.length * leastKnown) {
      return {
        status: 'unknown',
        reason:
          context.supply.releases.size === 0
            ? 'never-collected'
            : 'insufficient-data',
        sampleSize: drifts.length,
        evidence,
        because: `It is not known of ${unknown} of ${counted(
          components.length,
          'direct dependency',
          'direct dependencies',
        )} when they were released, and at least half have to be known; add a source of releases that knows them to accountability.packages.sources`,
      };
    }
    const sumMs = drifts.reduce((sum, { behindMs }) => sum + behindMs, 0);
    const value = sumMs / YEAR / drifts.length;
    return {
      status: 'known',
      value,
      sampleSize: drifts.length,
      evidence,
      parts: worstOf(drifts),
      because: `${counted(
        drifts.length,
        'direct dependency is',
        'direct dependencies are',
      )} ${yearsText(value)} behind on average${farthest(drifts)}${
        unknown > 0
          ? `; of ${unknown} more it is not known when they were released`
          : ''
      }; ${basis}`,
    };
  },

  examples: [
    {
      given:
        'one of three years and one of one year, both of the deployed commit',
      records: [deployed('d1')],
      supply: {
        releases,
        bills: bill(['pkg:npm/a@1.0.0', 'pkg:npm/b@1.0.0']),
      },
      gives: 2,
    },
    {
      given: 'the newest release is still to come',
      supply: { releases, bills: bill(['pkg:npm/c@1.0.0']) },
      gives: 0,
    },
    {
      given: 'one of two is of a package that nobody knows, and is left out',
      supply: {
        releases,
        bills: bill(['pkg:npm/a@1.0.0', 'pkg:npm/own@1.0.0']),
      },
      gives: 3,
    },
    {
      given: 'two of three are of packages that nobody knows',
      supply: {
        releases,
        bills: bill([
          'pkg:npm/a@1.0.0',
          'pkg:npm/own@1.0.0',
          'pkg:npm/other@1.0.0',
        ]),
      },
      gives: 'insufficient-data',
    },
    {
      given: 'nobody is asked when packages were released',
      supply: { bills: bill(['pkg:npm/a@1.0.0']) },
      gives: 'never-collected',
    },
    {
      given: 'a bill that does not say what is asked for directly',
      supply: { releases, bills: bill([], { tellsDirect: false }) },
      gives: 'insufficient-data',
    },
    {
      given: 'a service that asks for no package',
      supply: { releases, bills: bill([]) },
      gives: 'not-applicable',
    },
    {
      given: 'no bill of materials',
      gives: 'never-collected',
    },
  ],
});

/** A dependency of which it is known how far it is behind. */
interface KnownDrift {
  purl: string;
  name: string;
  behindMs: number;
  newest: string;
}

function driftIn(
  { supply, now }: FactContext,
  { package: base, version }: Component,
): KnownDrift | undefined {
  const drift = driftOf(supply.releases.get(base), version, now);
  return (
    drift && {
      purl: `${base}@${version}`,
      name: packageName(base, version),
      ...drift,
    }
  );
}

function worstOf(drifts: readonly KnownDrift[]) {
  return orderBy(
    drifts.filter(({ behindMs }) => behindMs > 0),
    ['behindMs', 'purl'],
    ['desc', 'asc'],
  )
    .slice(0, mostTold)
    .map(({ purl, behindMs }) => ({
      key: purl,
      value: behindMs / YEAR,
      records: [],
    }));
}

function farthest(drifts: readonly KnownDrift[]): string {
  const [worst] = orderBy(drifts, ['behindMs', 'name'], ['desc', 'asc']);
  return worst.behindMs > 0
    ? `, farthest ${worst.name}, ${yearsText(worst.behindMs / YEAR)} behind ${
        worst.newest
      }`
    : '';
}

function yearsText(value: number): string {
  return `${value.toFixed(1)} years`;
}
