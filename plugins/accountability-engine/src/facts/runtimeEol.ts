import { minBy } from 'lodash';
import { Bill, componentOf, DeclaredRuntime } from '../supply';
import { ago } from '../testing';
import { DAY, earliest, formatDay } from '../time';
import { tailOf } from './buildsLeftOut';
import { defineFact, FactContext, Measurement } from './defineFact';
import { nextRunningChange, runningDays } from './runningDeployments';
import { Runtime, runtimesOf } from './runtimesOf';
import { counted } from './wording';

const declared = (purl: string, path: string): DeclaredRuntime => ({
  purl,
  path,
});
const bill = (...purls: string[]): Bill => ({
  report: 'test:report:bill',
  at: ago(1, 'd'),
  tellsDirect: false,
  components: purls.map(purl => componentOf({ purl })),
});

/** Whole days until the first of what the service runs on gets no security fixes any more; negative once that is past. */
export const runtimeEol = defineFact({
  id: 'reliability.runtime_eol',
  burden: 'reliability',
  question: 'How long does what we run on still get security fixes?',
  unit: 'days',
  windowDays: 0,
  needs: [],
  also: ['deployment'],
  source:
    'endoflife.date (eolFrom), or our own table of vendors’ dates where no list was loaded: the least of whole days from now to the end of life over runtimes, base images, databases and systems, as the bill of materials of what runs names them, else as files of the repository ask for them; ranges and tags that allow several lines of releases do not count; 0 where one has ended and nobody says when',
  ladder: {
    better: 'higher',
    bronze: 1,
    silver: 90,
    gold: 180,
    basis: 'convention',
  },
  gaming:
    'A file may name another version than the one that runs; the bill of materials of what is deployed outranks it, so upload one.',
  lateDays: runningDays,
  reads: ['bills', 'runtimes', 'lifecycles'],

  changesAt(context) {
    return runtimesOf(context).reduce((next, { cycle }) => {
      if (cycle?.eolFrom === undefined) return next;
      // The very instant at which n days are left still has n.
      const left = daysUntil(cycle.eolFrom, context);
      return earliest(next, cycle.eolFrom - left * DAY + 1);
    }, nextRunningChange(context));
  },

  measure(context) {
    const runtimes = runtimesOf(context);
    const ending = runtimes.flatMap(runtime => {
      const days = daysLeft(runtime, context);
      return days === undefined ? [] : [{ runtime, days }];
    });
    const first = minBy(ending, ({ days }) => days);
    if (!first) return whyUnknown(context, runtimes);
    const rest = runtimes.filter(one => !ending.some(e => e.runtime === one));
    return {
      status: 'known',
      value: first.days,
      sampleSize: ending.length,
      evidence: reportsOf(ending.map(({ runtime }) => runtime)),
      parts: ending.map(({ runtime, days }) => ({
        key: `${runtime.title} ${runtime.cycle?.name}`,
        value: days,
        records: reportsOf([runtime]),
      })),
      because: `${sentenceOf(first.runtime, first.days)}${tailOf(
        rest.map(runtime => undatedOf(runtime)),
      )}`,
    };
  },

  examples: [
    {
      given: 'a runtime that is cared for until spring',
      supply: { runtimes: [declared('pkg:generic/node@22.11.0', '.nvmrc')] },
      gives: 157,
    },
    {
      given: 'the bill says what runs, whatever the file asks for',
      supply: {
        bills: [
          bill(
            'pkg:generic/node@22.11.0',
            'pkg:deb/debian/libc6@2.41-12?distro=debian-13',
          ),
        ],
        runtimes: [declared('pkg:generic/node@18', '.nvmrc')],
      },
      gives: 157,
    },
    {
      given: 'the system below the runtime ended first',
      supply: {
        runtimes: [
          declared('pkg:docker/library/node@22-bookworm-slim', 'Dockerfile'),
        ],
      },
      gives: -167,
    },
    {
      given: 'a line of releases that has ended, nobody says when',
      supply: {
        runtimes: [declared('pkg:generic/perl@5.36', '.tool-versions')],
        lifecycles: [
          {
            product: 'perl',
            title: 'Perl',
            packages: ['pkg:generic/perl'],
            cycles: [{ name: '5.36', isEol: true }],
          },
        ],
      },
      gives: 0,
    },
    {
      given: 'a range, which says what is allowed',
      supply: {
        runtimes: [declared('pkg:generic/node@%3E%3D18', 'package.json')],
      },
      gives: 'insufficient-data',
    },
    {
      given: 'a version of which the vendor tells no date',
      supply: {
        runtimes: [declared('pkg:docker/library/golang@1.26', 'Dockerfile')],
      },
      gives: 'insufficient-data',
    },
    {
      given: 'a repository whose files name no runtime',
      supply: { runtimes: [] },
      gives: 'insufficient-data',
    },
    {
      given: 'no bill, and nobody read the repository',
      gives: 'never-collected',
    },
  ],
});

function daysUntil(at: number, { now }: FactContext): number {
  return Math.floor((at - now) / DAY);
}

/** Undefined where no end is known. */
function daysLeft(
  { cycle }: Runtime,
  context: FactContext,
): number | undefined {
  if (cycle?.eolFrom !== undefined) return daysUntil(cycle.eolFrom, context);
  // That it is over is known; not for how long.
  return cycle?.isEol ? 0 : undefined;
}

function reportsOf(runtimes: readonly Runtime[]): string[] {
  return [...new Set(runtimes.flatMap(({ report }) => report ?? []))];
}

function sentenceOf(runtime: Runtime, days: number): string {
  const { title, version, cycle, told } = runtime;
  const what = `${title} ${version}, named by ${told},`;
  if (cycle?.eolFrom === undefined) {
    return `${what} gets no security fixes any more; nobody says since when`;
  }
  const day = formatDay(cycle.eolFrom);
  return days < 0
    ? `${what} gets no security fixes since ${day}; move to a later release`
    : `${what} gets security fixes until ${day}, ${counted(
        days,
        'day',
      )} from now`;
}

function undatedOf({ title, version, cycle, told }: Runtime): string {
  return cycle
    ? `no end of ${title} ${cycle.name}, named by ${told}, is known`
    : `"${version.slice(
        0,
        60,
      )}" of ${title} in ${told} names no release of which an end is known`;
}

function whyUnknown(
  { supply }: FactContext,
  runtimes: readonly Runtime[],
): Measurement {
  if (runtimes.length > 0) {
    return {
      status: 'unknown',
      reason: 'insufficient-data',
      evidence: reportsOf(runtimes),
      because: `Of nothing that it runs on is an end of life known${tailOf(
        runtimes.map(runtime => undatedOf(runtime)),
      )}; name the version that runs, or load the lifecycles of endoflife.date`,
    };
  }
  if (supply.bills.length === 0 && supply.runtimes === undefined) {
    return {
      status: 'unknown',
      reason: 'never-collected',
      because:
        'Nothing says what it runs on: upload a bill of materials, or let Backstage read its repository',
    };
  }
  return {
    status: 'unknown',
    reason: 'insufficient-data',
    because:
      'Neither a bill of materials nor a file of the repository names a runtime, base image, database or system whose lifecycle is known; name the version, for example in .nvmrc or the Dockerfile, or load the lifecycles of endoflife.date',
  };
}
