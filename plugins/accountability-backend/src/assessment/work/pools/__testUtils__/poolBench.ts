import { RecordEvent } from 'backstage-plugin-accountability-common';
import { builtInFacts } from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import {
  component,
  group,
} from '../../../../database/__testUtils__/testCatalog';
import {
  createWorkbench,
  day,
  hour,
  start,
} from '../../../__testUtils__/createWorkbench';
import { assessAt } from '../../../reads/assessAt';
import { readScorecard } from '../../../reads/readScorecard';

const minute = 60_000;
const fact = 'pipeline.pool_share';
/** What the scorecard of the workbench needs besides. */
const facts = builtInFacts.filter(({ id }) =>
  [
    fact,
    'ownership.owner_resolves',
    'reliability.change_fail_rate',
    'reliability.incidents',
  ].includes(id),
);

/** The services, and for two of them one repository. */
export const repositories = {
  web: 'acme/web',
  api: 'acme/api',
  lib: 'acme/mono',
  app: 'acme/mono',
};
export type Name = keyof typeof repositories;

export const names: Name[] = ['web', 'api', 'lib', 'app'];
export const refOf = (name: string) => `component:default/${name}`;

/** Components of those names. */
export const servicesOf = (of: readonly Name[]) => [
  group('a'),
  ...of.map(name => component(name, { owner: 'a', slug: repositories[name] })),
];

/** A job of a repository that ended at noon, so many days ago. */
export function ran(
  name: Name,
  daysAgo: number,
  { minutes = 10, runner = 'linux', id = '' } = {},
): RecordEvent[] {
  const subject = `github:${repositories[name]}`;
  const endedAt = start - daysAgo * day;
  const job = {
    kind: 'build',
    record: `${subject}#job-${endedAt}-${runner}-${id}`,
    subject,
    unit: 'job',
    runner,
  } as const;
  return [
    { ...job, at: endedAt - minutes * minute, state: 'executing' },
    { ...job, at: endedAt, state: 'finished', result: 'success' },
  ];
}

/** The workbench with the services in the catalog, and what it says of their pools. */
export async function createPoolBench(knex: Knex) {
  const bench = await createWorkbench(knex, facts);
  await bench.sync(servicesOf(names));
  const documentOf = async (name: string) => {
    const shown = await readScorecard(knex, { entityRef: refOf(name) });
    return shown?.assessment?.facts.find(one => one.id === fact);
  };
  const shareOf = async (name: string) => {
    const told = await documentOf(name);
    return told?.status === 'known' ? told.value : told?.reason;
  };
  return {
    ...bench,
    documentOf,
    shareOf,
    /** Shares of several services, by name. */
    sharesOf: async (of: readonly string[] = names) =>
      Object.fromEntries(
        await Promise.all(
          of.map(async name => [name, await shareOf(name)] as const),
        ),
      ),
    pastOf: async (name: string, at: number) => {
      const past = await assessAt(knex, {
        entityRef: refOf(name),
        at,
        ...bench.judgement,
      });
      return past?.assessment.facts.find(one => one.id === fact);
    },
    /** Works until nothing is left to do, also at the turns of hour and day after the clock. */
    settle: async () => {
      const { clock } = bench;
      const midnight = Math.ceil((clock.now + minute) / day) * day;
      const hours = [0, 1, 2, 3].map(n => midnight + n * hour + minute);
      for (clock.now of [clock.now, ...hours]) {
        do await bench.worker.drain();
        while (await bench.restater.restateOne());
      }
    },
    /** Shares that were told of closed days. */
    trends: () =>
      knex('fact_snapshots')
        .where({ fact })
        .where('day', '>=', '2026-10-20')
        .orderBy(['entity_ref', 'day'])
        .select('entity_ref', 'day', 'value', 'reason'),
  };
}
