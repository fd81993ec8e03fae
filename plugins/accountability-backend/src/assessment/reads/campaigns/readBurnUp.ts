import { setImmediate } from 'timers/promises';
import { BurnUpPoint, Campaign } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { chunk } from 'lodash';
import { readInstant, writeInstant } from '../../../database/instants';
import { DbInstant, TransitionRow } from '../../../database/tables';
import { statusOf } from '../statusOf';
import { Member } from './Member';
import { CheckPast, ServicePast } from './Past';
import { BurnUpDay, burnUpDays } from './burnUpDays';
import { checkPairs } from './checkPairs';
import { tellBurnUp } from './tellBurnUp';

/** Services that are told in one go; they take 10 ms. */
const AT_ONCE = 500;
/** Days that a draft looks back. */
const DRAFT_DAYS = 30;
const DAY = 86_400_000;

/**
 * How a campaign came to stand where it does, day by day up to now or to its
 * end, with the services and owners of today; in two statements.
 */
export async function readBurnUp(
  knex: Knex,
  given: { campaign: Campaign; members: readonly Member[]; now: number },
): Promise<BurnUpPoint[]> {
  const { campaign, members, now } = given;
  const { startedAt = now - DRAFT_DAYS * DAY, endedAt = now } = campaign;
  const days = burnUpDays({ from: startedAt, to: endedAt });
  const turns = await readTurns(knex, { campaign, from: days[0].until });
  const came = await readComings(knex);
  const services = members.map(({ entityRef, checks }) => ({
    came: came.get(entityRef),
    checks: checks.map(check => ({
      ...check,
      turns: turns.get(keyOf(entityRef, check.scorecard, check.check)) ?? [],
    })),
  }));
  return tellByTurns(services, days);
}

/** The same as for all at once, with time for others in between. */
async function tellByTurns(
  services: readonly ServicePast[],
  days: readonly BurnUpDay[],
): Promise<BurnUpPoint[]> {
  let sums = tellBurnUp([], days);
  for (const some of chunk(services, AT_ONCE)) {
    const points = tellBurnUp(some, days);
    sums = sums.map(({ day, done, total }, i) => ({
      day,
      done: done + points[i].done,
      total: total + points[i].total,
    }));
    await setImmediate();
  }
  return sums;
}

/** Transitions of the checks from an instant on, the newest first, by service and check. */
async function readTurns(
  knex: Knex,
  { campaign, from }: { campaign: Campaign; from: number },
): Promise<Map<string, CheckPast['turns']>> {
  const rows: Omit<TransitionRow, 'because' | 'to_status'>[] = await knex(
    'transitions as t',
  )
    .join(checkPairs(knex, [campaign]), join =>
      join.on('p.scorecard', 't.scorecard').on('p.check_id', 't.check_id'),
    )
    .where('t.at', '>=', writeInstant(from))
    .orderBy('t.at', 'desc')
    .select('t.entity_ref', 't.scorecard', 't.check_id', 't.at')
    .select('t.from_status');
  const turns = new Map<string, CheckPast['turns']>();
  for (const row of rows) {
    const key = keyOf(row.entity_ref, row.scorecard, row.check_id);
    const turn = { at: readInstant(row.at), from: statusOf(row.from_status) };
    const known = turns.get(key);
    if (known) known.push(turn);
    else turns.set(key, [turn]);
  }
  return turns;
}

/** When each service was first known to have, or to lack, an owner. */
async function readComings(knex: Knex): Promise<Map<string, number>> {
  const rows: { entity_ref: string; came: DbInstant }[] = await knex(
    'owner_spans',
  )
    .groupBy('entity_ref')
    .select('entity_ref', knex.raw('min(valid_from) as came'));
  return new Map(rows.map(row => [row.entity_ref, readInstant(row.came)]));
}

function keyOf(...parts: [string, string, string]): string {
  return parts.join(' ');
}
