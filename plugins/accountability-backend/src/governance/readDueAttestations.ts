import { DueAttestation } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { sortBy } from 'lodash';
import { OwnedStanding, readStandings, StandingsAsked } from './readStandings';

/**
 * Services whose group is to attest them, the longest due first, in three
 * statements. `nextAfter` is where the next page of services begins.
 */
export async function readDueAttestations(
  knex: Knex,
  asked: StandingsAsked,
): Promise<{ due: DueAttestation[]; nextAfter?: string }> {
  const { standings, nextAfter } = await readStandings(knex, asked);
  return {
    due: sortBy(standings.flatMap(toDue), one => one.due.at, 'entityRef'),
    ...(nextAfter !== undefined && { nextAfter }),
  };
}

function toDue({ due, last, ...service }: OwnedStanding): DueAttestation[] {
  const { state, at } = due;
  if (at === undefined || (state !== 'due' && state !== 'overdue')) return [];
  return [{ ...service, due: { ...due, state, at }, ...(last && { last }) }];
}
