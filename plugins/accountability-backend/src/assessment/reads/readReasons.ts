import { Transition } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { readInstant, writeInstant } from '../../database/instants';
import { TransitionRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';

/** Why some turns came to be, in their order, in one statement; undefined of one that is not there any more. */
export async function readReasons(
  knex: Knex,
  turns: readonly Pick<
    Transition,
    'entityRef' | 'at' | 'scorecard' | 'check'
  >[],
): Promise<(string | undefined)[]> {
  if (turns.length === 0) return [];
  const first = turns.reduce((least, { at }) => Math.min(least, at), Infinity);
  const rows: TransitionRow[] = await whereAny(
    knex('transitions').where('at', '>=', writeInstant(first)).select(),
    'entity_ref',
    turns.map(({ entityRef }) => entityRef),
  );
  const reasons = new Map(
    rows.map(row => [
      JSON.stringify([
        ...[row.entity_ref, readInstant(row.at)],
        ...[row.scorecard, row.check_id],
      ]),
      row.because,
    ]),
  );
  return turns.map(({ entityRef, at, scorecard, check = '' }) =>
    reasons.get(JSON.stringify([entityRef, at, scorecard, check])),
  );
}
