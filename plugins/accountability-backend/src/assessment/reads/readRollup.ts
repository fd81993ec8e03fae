import {
  Coverage,
  RollupResponse,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { readGroupTree, readHandOvers } from '../../ownership';
import { TreeScope, servicesOf } from './servicesOf';
import { readBurdens } from './readBurdens';
import { readLevels } from './readLevels';
import { readRollupServices } from './readRollupServices';
import { readTransitions } from './readTransitions';

/** A team's roll-up but for the instant it is asked at. */
export type StoredRollup = Omit<RollupResponse, 'asOf' | 'nextCursor'> & {
  /** Where the next page of services begins. */
  nextAfter?: string;
};

/** What is summed up over a tree. */
export type TreeSums = Pick<RollupResponse, 'levels' | 'coverage' | 'burdens'>;

const handOverDays = 180;
const dayMs = 86_400_000;

/** Turns that a roll-up tells of: the newest so many of so long, milliseconds. */
export const turnsTold = { most: 50, ms: 7 * dayMs };

/**
 * How the services of a group and of all groups below it stand. Levels,
 * coverage and burdens are of the whole tree, not of the page, and summed by
 * the database unless they are known. The number of statements depends neither
 * on the size of the tree nor on that of the page. Undefined where there is no
 * such group.
 */
export async function readRollup(
  knex: Knex,
  options: {
    groupRef: string;
    /** Only these services, where given. */
    visible?: readonly string[];
    after?: string;
    limit: number;
    now?: number;
    /** Of a large tree: its sums, and the services that turned last with the instant since when. */
    known?: {
      sums: TreeSums;
      turned: { entityRefs: readonly string[]; from: number };
    };
  },
): Promise<StoredRollup | undefined> {
  const { visible, known, now = Date.now() } = options;
  const groupRef = options.groupRef.toLowerCase();
  const groups = await readGroupTree(knex, { groupRef });
  if (groups.length === 0) return undefined;
  const scope: TreeScope = { groupRef, visible };
  const page = await readRollupServices(knex, scope, options);
  return {
    team: { groupRef, title: groups[0].title },
    groups: groups.map(({ zone: _, ...group }) => group),
    services: page.services,
    nextAfter: page.nextAfter,
    ...(known?.sums ?? (await readSums(knex, scope))),
    transitions: await readTransitions(knex, {
      ...(known?.turned ?? {
        ...{ groupRef, entityRefs: visible },
        from: now - turnsTold.ms,
      }),
      limit: turnsTold.most,
    }),
    handOvers: await readHandOvers(knex, {
      groupRefs: groups.map(group => group.groupRef),
      from: now - handOverDays * dayMs,
      visible,
    }),
  };
}

async function readSums(knex: Knex, scope: TreeScope): Promise<TreeSums> {
  return {
    levels: await readLevels(knex, scope),
    coverage: await readCoverage(knex, scope),
    burdens: await readBurdens(knex, scope),
  };
}

async function readCoverage(knex: Knex, scope: TreeScope): Promise<Coverage> {
  const row: Record<'known' | 'applicable', string | number | null> =
    await servicesOf(knex, scope)
      .join('assessments as a', 'a.entity_ref', 's.entity_ref')
      .first(
        knex.raw('sum(a.known) as known'),
        knex.raw('sum(a.applicable) as applicable'),
      );
  return { known: Number(row.known), applicable: Number(row.applicable) };
}
