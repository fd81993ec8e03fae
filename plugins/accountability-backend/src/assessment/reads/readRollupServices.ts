import { RollupService } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { AssessmentRow, ServiceRow } from '../../database/tables';
import { readOwnerSpans } from '../../ownership';
import { countStatuses } from './countStatuses';
import { toCells } from './readBurdens';
import { readLowestLevels } from './readLevels';
import { TreeScope, servicesOf } from './servicesOf';

type Row = Pick<ServiceRow, 'entity_ref' | 'title'> & {
  owner_ref: string;
} & {
  [K in keyof Pick<AssessmentRow, 'known' | 'applicable'>]: number | null;
};

/** A page of a tree's services, by ref, in four statements. */
export async function readRollupServices(
  knex: Knex,
  scope: TreeScope,
  options: { after?: string; limit: number },
): Promise<{ services: RollupService[]; nextAfter?: string }> {
  const query = servicesOf(knex, scope)
    .leftJoin('assessments as a', 'a.entity_ref', 's.entity_ref')
    .orderBy('s.entity_ref')
    .limit(options.limit + 1)
    .select('s.entity_ref', 's.title', 's.owner_ref')
    .select('a.known', 'a.applicable');
  if (options.after !== undefined) {
    query.where('s.entity_ref', '>', options.after);
  }
  const rows: Row[] = await query;
  const page = rows.slice(0, options.limit);
  const refs = page.map(row => row.entity_ref);
  const counts = await countStatuses(knex, refs);
  const levels = await readLowestLevels(knex, refs);
  const spans = await readOwnerSpans(knex, { entityRefs: refs });
  return {
    services: page.map(row => {
      const { entity_ref: ref, owner_ref: owner } = row;
      const level = levels.get(ref);
      return {
        entityRef: ref,
        title: row.title,
        owner,
        level: level?.level ?? undefined,
        levelRank: level?.rank ?? 0,
        ladder: level ? JSON.parse(level.ladder) : [],
        coverage: { known: row.known ?? 0, applicable: row.applicable ?? 0 },
        burdens: toCells(counts.get(ref) ?? []),
        ownedSince: spans
          .get(ref)
          ?.find(span => span.to === undefined && span.owner === owner)?.from,
      };
    }),
    nextAfter: rows.length > options.limit ? refs.at(-1) : undefined,
  };
}
