import { RollupService } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import {
  AssessmentRow,
  ServiceLevelRow,
  ServiceRow,
} from '../../database/tables';
import { readOwnerSpans } from '../../ownership';
import { countStatuses } from './countStatuses';
import { toCells } from './readBurdens';
import { lowestLevels } from './readLevels';
import { TreeScope, servicesOf } from './servicesOf';

type Row = Pick<ServiceRow, 'entity_ref' | 'title'> & {
  owner_ref: string;
} & {
  [K in keyof Pick<AssessmentRow, 'known' | 'applicable'>]: number | null;
} & {
  [K in keyof Pick<ServiceLevelRow, 'level' | 'rank' | 'ladder'>]:
    | ServiceLevelRow[K]
    | null;
};

/** A page of a tree's services, by ref, in three statements. */
export async function readRollupServices(
  knex: Knex,
  scope: TreeScope,
  options: { after?: string; limit: number },
): Promise<{ services: RollupService[]; nextAfter?: string }> {
  const query = servicesOf(knex, scope)
    .leftJoin('assessments as a', 'a.entity_ref', 's.entity_ref')
    .leftJoin(lowestLevels(knex), 'l.entity_ref', 's.entity_ref')
    .orderBy('s.entity_ref')
    .limit(options.limit + 1)
    .select('s.entity_ref', 's.title', 's.owner_ref')
    .select('a.known', 'a.applicable', 'l.level', 'l.rank', 'l.ladder');
  if (options.after !== undefined) {
    query.where('s.entity_ref', '>', options.after);
  }
  const rows: Row[] = await query;
  const page = rows.slice(0, options.limit);
  const refs = page.map(row => row.entity_ref);
  const counts = await countStatuses(knex, refs);
  const spans = await readOwnerSpans(knex, { entityRefs: refs });
  return {
    services: page.map(row => ({
      entityRef: row.entity_ref,
      title: row.title,
      owner: row.owner_ref,
      level: row.level ?? undefined,
      levelRank: row.rank ?? 0,
      ladder: row.ladder ? JSON.parse(row.ladder) : [],
      coverage: { known: row.known ?? 0, applicable: row.applicable ?? 0 },
      burdens: toCells(counts.get(row.entity_ref) ?? []),
      ownedSince: spans
        .get(row.entity_ref)
        ?.find(span => span.to === undefined && span.owner === row.owner_ref)
        ?.from,
    })),
    nextAfter: rows.length > options.limit ? refs.at(-1) : undefined,
  };
}
