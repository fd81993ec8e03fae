import {
  Exemption,
  ExemptionState,
  exemptionStates,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { readInstant, writeInstant } from '../../database/instants';
import { ExemptionRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';
import { toExemption } from './toExemption';

/** Which exemptions to list. */
export interface ExemptionsAsked {
  /** What was decided or asked for after it is not known to the listing. */
  asOf: number;
  state?: ExemptionState;
  scorecard?: string;
  /** Only those for any of these. */
  subjects?: readonly string[];
  /** Of those for single services only these; all where absent. */
  services?: readonly string[];
}

/** Where a page ends; the next one begins after it. */
export interface ExemptionPlace {
  /** 0 pending, 1 approved, 2 over. */
  rank: number;
  expiresAt: number;
  id: string;
}

/** An exemption with its state as of the listing. */
export interface ListedExemption {
  exemption: Exemption;
  state: ExemptionState;
  place: ExemptionPlace;
}

type Row = ExemptionRow & { state: ExemptionState; place_rank: number };

/** `exemptionStateAt`, in SQL. */
const stateSql = `case
  when verdict = 'denied' and decided_at <= ? then 'denied'
  when revoked_at <= ? then 'revoked'
  when expires_at <= ? then 'expired'
  when decided_at <= ? then 'approved'
  else 'pending' end as state`;

/**
 * A page of exemptions, in one statement: pending ones first, then those in
 * force, of both the soonest to end first; then those that are over, the
 * latest first.
 */
export async function listExemptions(
  knex: Knex,
  asked: ExemptionsAsked & { after?: ExemptionPlace; limit: number },
): Promise<ListedExemption[]> {
  const ranked = knex
    .from(withState(knex, asked).as('x'))
    .select('x.*')
    .select(
      knex.raw(
        `case state when 'pending' then 0 when 'approved' then 1 else 2 end as place_rank`,
      ),
    );
  const query = knex
    .from(ranked.as('y'))
    .select()
    .orderBy('place_rank')
    .orderByRaw('case when place_rank < 2 then expires_at end')
    .orderByRaw('case when place_rank = 2 then expires_at end desc')
    .orderBy('id')
    .limit(asked.limit);
  if (asked.state !== undefined) query.where('state', asked.state);
  if (asked.after) startAfter(query, asked.after);
  const rows: Row[] = await query;
  return rows.map(row => ({
    exemption: toExemption(row),
    state: row.state,
    place: {
      rank: row.place_rank,
      expiresAt: readInstant(row.expires_at),
      id: row.id,
    },
  }));
}

/** How many there are of each state, whatever state is asked for, in one statement. */
export async function countExemptions(
  knex: Knex,
  asked: ExemptionsAsked,
): Promise<Record<ExemptionState, number>> {
  const rows: { state: ExemptionState; count: number | string }[] = await knex
    .from(withState(knex, asked).as('x'))
    .groupBy('state')
    .select('state')
    .count({ count: '*' });
  const counts = { pending: 0, approved: 0, denied: 0, revoked: 0, expired: 0 };
  for (const { state, count } of rows) {
    if (exemptionStates.includes(state)) counts[state] = Number(count);
  }
  return counts;
}

/** Services for which there is any exemption, in one statement. */
export async function readExemptedServices(knex: Knex): Promise<string[]> {
  return knex<ExemptionRow>('exemptions')
    .where({ subject_by: 'service' })
    .distinct()
    .pluck('subject_ref');
}

function withState(knex: Knex, asked: ExemptionsAsked): Knex.QueryBuilder {
  const { asOf, scorecard, subjects, services } = asked;
  const at = writeInstant(asOf);
  const query = knex('exemptions')
    .where('requested_at', '<=', at)
    .select('exemptions.*')
    .select(knex.raw(stateSql, [at, at, at, at]));
  if (scorecard !== undefined) query.where({ scorecard });
  if (subjects) whereAny(query, 'subject_ref', subjects);
  if (services) {
    query.where(either => {
      either.whereNot('subject_by', 'service');
      either.orWhere(one => whereAny(one, 'subject_ref', services));
    });
  }
  return query;
}

function startAfter(query: Knex.QueryBuilder, after: ExemptionPlace): void {
  const end = writeInstant(after.expiresAt);
  query.where(later => {
    later.where('place_rank', '>', after.rank);
    later.orWhere(same => {
      same.where('place_rank', after.rank);
      same.where(one => {
        one.where('expires_at', after.rank < 2 ? '>' : '<', end);
        one.orWhere(tie =>
          tie.where('expires_at', end).where('id', '>', after.id),
        );
      });
    });
  });
}
