import { Knex } from 'knex';
import { dayOf } from '../../database/dayOf';
import { whereAny } from '../../database/whereAny';
import { readServiceRefs } from '../../ownership';
import { UnknownFactShare } from './StandingFigures';

const HOUR_MS = 3_600_000;

/**
 * Facts that are unknown of the largest share of services, those first, in two
 * statements: by the snapshots of the day, which every service has an hour
 * into it. Of more services than `sample` every so manieth is looked at, by
 * ref. Snapshots are looked up by their key, of which there is one for each
 * day that is kept: 21,600 took 1.8 s on two busy cores.
 */
export async function readUnknownFacts(
  knex: Knex,
  options: {
    facts: readonly string[];
    now: number;
    sample: number;
    limit: number;
  },
): Promise<UnknownFactShare[]> {
  const { facts, now, limit } = options;
  // Who came in the first hour of a day has no snapshot of the day before.
  const days = [now - HOUR_MS, now].map(dayOf);
  const asked =
    knex.client.config.client === 'pg'
      ? knex.raw('unnest(?::text[]) as f(fact)', [[...facts]])
      : knex.raw('(select value as fact from json_each(?)) as f', [
          JSON.stringify(facts),
        ]);
  const said = knex('fact_snapshots as x')
    .whereRaw('x.entity_ref = s.entity_ref and x.fact = f.fact')
    .whereIn('x.day', days)
    .orderBy('x.day')
    .limit(1)
    // Null where there is no snapshot, which is neither known nor unknown.
    .select(knex.raw(`coalesce(x.reason, '')`));
  const looked = whereAny(
    knex.from('services as s').joinRaw('cross join ?', [asked]),
    's.entity_ref',
    await readSample(knex, options.sample),
  ).select('f.fact', { said });
  const rows: Record<'fact' | 'unknown' | 'services', string | number>[] =
    await knex
      .from(looked.as('l'))
      .groupBy('fact')
      .orderBy('fact')
      .select('fact')
      .select(
        knex.raw(`sum(case when said <> '' then 1 else 0 end) as unknown`),
        knex.raw('count(said) as services'),
      );
  return rows
    .map(({ fact, unknown, services }) => ({
      fact: String(fact),
      share: Number(unknown) / Number(services),
    }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
    .slice(0, limit);
}

async function readSample(knex: Knex, most: number): Promise<string[]> {
  const refs = await readServiceRefs(knex);
  const step = Math.ceil(refs.length / most);
  return refs.filter((_, index) => index % step === 0);
}
