import { Campaign } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { groupByRef } from '../../../database/groupByRef';
import { readInstant } from '../../../database/instants';
import { CheckResultRow, ServiceRow } from '../../../database/tables';
import { Member, MemberCheck } from './Member';
import { checkPairs } from './checkPairs';
import { readScopes } from './readScopes';
import { statusOf } from '../statusOf';

type Row = Pick<
  CheckResultRow,
  'entity_ref' | 'scorecard' | 'check_id' | 'status' | 'since'
> &
  Pick<ServiceRow, 'title' | 'owner_ref' | 'owner_resolves'>;

/**
 * The services of a campaign, by ref: those of the catalog that its scope
 * matches, and to which at least one of its checks applies or, of a past
 * instant, may have applied. In two statements, one where it has no scope.
 */
export async function readMembers(
  knex: Knex,
  campaign: Pick<Campaign, 'id' | 'checks' | 'scope'>,
): Promise<Member[]> {
  const scopes = await readScopes(knex, [campaign]);
  const scope = scopes.get(campaign.id);
  const rows: Row[] = await knex('check_results as r')
    .join(checkPairs(knex, [campaign]), join =>
      join.on('p.scorecard', 'r.scorecard').on('p.check_id', 'r.check_id'),
    )
    .join('services as s', 's.entity_ref', 'r.entity_ref')
    .whereNull('s.removed_at')
    .orderBy(['r.entity_ref', 'r.scorecard', 'r.check_id'])
    .select('r.entity_ref', 'r.scorecard', 'r.check_id', 'r.status', 'r.since')
    .select('s.title', 's.owner_ref', 's.owner_resolves');
  const inScope = scope
    ? rows.filter(({ entity_ref: ref }) => scope.has(ref))
    : rows;
  return [...groupByRef(inScope).values()].map(toMember);
}

function toMember(rows: readonly Row[]): Member {
  const [{ entity_ref: entityRef, title, owner_ref: owner, ...row }] = rows;
  return {
    entityRef,
    title,
    ...(owner !== null && { owner }),
    ownerResolves: Boolean(row.owner_resolves),
    checks: rows.map(toCheck),
  };
}

function toCheck(row: Row): MemberCheck {
  return {
    scorecard: row.scorecard,
    check: row.check_id,
    status: statusOf(row.status),
    since: readInstant(row.since),
  };
}
