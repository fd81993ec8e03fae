import {
  BurdenStatus,
  ServiceStanding,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { groupByRef } from '../../../database/groupByRef';
import { ServiceLevelRow, ServiceRow } from '../../../database/tables';
import { whereAny } from '../../../database/whereAny';
import { countStatuses } from '../countStatuses';
import { StatusCount, toCells } from '../readBurdens';

/** States of burdens, the worst first. */
const worst: readonly BurdenStatus[] = [
  'needs-work',
  'watch',
  'exempt',
  'unknown',
  'good',
];

type Row = Pick<ServiceLevelRow, 'entity_ref' | 'level'> & {
  [K in 'scorecard' | 'rank']: ServiceLevelRow[K] | null;
};

/**
 * A page of where services of the catalog stand, by ref, in two statements.
 * Checks that are only tried out are in no state.
 */
export async function readStandings(
  knex: Knex,
  options: {
    /** Only these services, where given. */
    visible?: readonly string[];
    after?: string;
    limit: number;
  },
): Promise<{ standings: ServiceStanding[]; nextAfter?: string }> {
  const { visible, after, limit } = options;
  const page = knex<ServiceRow>('services')
    .whereNull('removed_at')
    .orderBy('entity_ref')
    .limit(limit + 1)
    .select('entity_ref');
  if (visible) whereAny(page, 'entity_ref', visible);
  if (after !== undefined) page.where('entity_ref', '>', after);
  const rows: Row[] = await knex
    .from(page.as('s'))
    .leftJoin('service_levels as l', join =>
      join
        .on('l.entity_ref', 's.entity_ref')
        // Without a ladder there is nothing to stand on.
        .andOnVal('l.ladder', '<>', '[]'),
    )
    .orderBy(['s.entity_ref', 'l.scorecard'])
    .select('s.entity_ref', 'l.scorecard', 'l.level', 'l.rank');
  const services = [...groupByRef(rows)];
  const shown = services.slice(0, limit);
  const refs = shown.map(([entityRef]) => entityRef);
  const counts = await countStatuses(knex, refs);
  return {
    standings: shown.map(([entityRef, levels]) => ({
      entityRef,
      levels: levels.flatMap(toLevel),
      state: stateOf(counts.get(entityRef) ?? []),
    })),
    ...(services.length > limit && { nextAfter: refs.at(-1) }),
  };
}

function toLevel({ scorecard, level, rank }: Row): ServiceStanding['levels'] {
  return scorecard === null || rank === null
    ? []
    : [{ scorecard, ...(level !== null && { level }), rank }];
}

function stateOf(counts: readonly StatusCount[]): BurdenStatus {
  const states = new Set(toCells(counts).map(({ status }) => status));
  return worst.find(status => states.has(status)) ?? 'no-checks';
}
