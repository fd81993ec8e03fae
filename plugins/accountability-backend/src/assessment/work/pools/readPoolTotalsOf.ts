import {
  FactDefinition,
  PoolTotals,
} from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { dayOf } from '../../../database/dayOf';
import { PoolDayRow, PoolSubjectRow } from '../../../database/tables';
import { whereAny } from '../../../database/whereAny';
import { poolSpan } from './poolSpan';
import { readPoolTotals } from './readPoolTotals';

/**
 * What all services used of the pools that the subjects use, for the days
 * before an instant and those before an earlier `first` one, as it is known
 * now. Undefined where no fact looks at it, or where nobody's use is told yet.
 */
export async function readPoolTotalsOf(
  knex: Knex,
  asked: {
    subjects: readonly string[];
    facts: readonly FactDefinition[];
    at: number;
    first?: number;
  },
): Promise<PoolTotals | undefined> {
  const { subjects, facts, at, first = at } = asked;
  const [span, firstSpan] = [poolSpan(facts, at), poolSpan(facts, first)];
  if (!span || !firstSpan) return undefined;
  // Of subjects that belong to a service: the days of others are on their way out.
  const told: { since?: string | null } | undefined =
    await knex<PoolSubjectRow>('pool_subjects')
      .whereExists(
        knex('subject_keys as k').whereRaw('k.subject = pool_subjects.subject'),
      )
      .max({ since: 'since' })
      .first();
  if (!told?.since) return undefined;
  const pools: string[] = await whereAny(
    knex<PoolDayRow>('pool_days')
      .where('day', '>=', dayOf(firstSpan.from))
      .distinct('pool')
      .orderBy('pool'),
    'subject',
    subjects,
  ).pluck('pool');
  const days = await readPoolTotals(knex, {
    pools,
    from: firstSpan.from,
    to: span.today,
    changes: [],
  });
  return { since: Date.parse(told.since), days };
}
