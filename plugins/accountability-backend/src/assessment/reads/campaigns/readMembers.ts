import { Campaign } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { groupBy } from 'lodash';
import { groupByRef } from '../../../database/groupByRef';
import { readInstant } from '../../../database/instants';
import { CheckResultRow, ServiceRow } from '../../../database/tables';
import { whereAny } from '../../../database/whereAny';
import { Member, MemberCheck } from './Member';
import { checkPairs } from './checkPairs';
import { readScopes } from './readScopes';
import { statusOf } from '../statusOf';

type Row = Pick<
  CheckResultRow,
  'entity_ref' | 'scorecard' | 'check_id' | 'status' | 'since'
> &
  Pick<ServiceRow, 'title' | 'owner_ref' | 'owner_resolves'>;

type Asked = Pick<Campaign, 'id' | 'checks' | 'scope'>;

/**
 * The services of a campaign, by ref: those of the catalog that its scope
 * matches, and to which at least one of its checks applies or, of a past
 * instant, may have applied. In two statements, one where it has no scope.
 */
export async function readMembers(
  knex: Knex,
  campaign: Asked,
): Promise<Member[]> {
  const members = await readMembersOf(knex, { campaigns: [campaign] });
  return members.get(campaign.id) ?? [];
}

/** The services of several campaigns, by their ids, or only some of them; in as many statements as those of one. */
export async function readMembersOf(
  knex: Knex,
  options: {
    campaigns: readonly Asked[];
    /** Only these services, where given. */
    entityRefs?: readonly string[];
  },
): Promise<Map<string, Member[]>> {
  const { campaigns, entityRefs } = options;
  if (campaigns.length === 0 || entityRefs?.length === 0) return new Map();
  const scopes = await readScopes(knex, campaigns, entityRefs);
  const query = knex('check_results as r')
    .join(checkPairs(knex, campaigns), join =>
      join.on('p.scorecard', 'r.scorecard').on('p.check_id', 'r.check_id'),
    )
    .join('services as s', 's.entity_ref', 'r.entity_ref')
    .whereNull('s.removed_at')
    .orderBy(['r.entity_ref', 'r.scorecard', 'r.check_id'])
    .select('p.campaign_id', 's.title', 's.owner_ref', 's.owner_resolves')
    .select('r.entity_ref', 'r.scorecard', 'r.check_id', 'r.status', 'r.since');
  if (entityRefs) whereAny(query, 'r.entity_ref', entityRefs);
  const rows: (Row & { campaign_id: string })[] = await query;
  const byCampaign = groupBy(rows, row => row.campaign_id);
  return new Map(
    campaigns.map(({ id }) => {
      const scope = scopes.get(id);
      const inScope = (byCampaign[id] ?? []).filter(
        ({ entity_ref: ref }) => scope?.has(ref) ?? true,
      );
      return [id, [...groupByRef(inScope).values()].map(toMember)];
    }),
  );
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
