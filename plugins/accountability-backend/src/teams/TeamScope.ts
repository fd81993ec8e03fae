import { Knex } from 'knex';
import { ServiceRow } from '../database/tables';
import { whereAny } from '../database/whereAny';

/** A service that a team answers for now. */
export interface TeamService {
  entityRef: string;
  title: string;
  /** Entity ref of its group. */
  owner: string;
  /** Entity ref of its system. */
  system?: string;
}

/** Groups that are asked about, and the services of theirs that may be told of. */
export interface TeamScope {
  /** The team itself first. */
  groups: readonly string[];
  services: readonly TeamService[];
}

/** The services of groups, or those of them that may be told of, in one statement. */
export async function readTeamScope(
  knex: Knex,
  options: { groups: readonly string[]; visible?: readonly string[] },
): Promise<TeamScope> {
  const { groups, visible } = options;
  const query = knex<ServiceRow>('services')
    .whereNull('removed_at')
    .orderBy('entity_ref')
    .select('entity_ref', 'title', 'owner_ref', 'system');
  whereAny(query, 'owner_ref', groups);
  if (visible) whereAny(query, 'entity_ref', visible);
  const rows: Pick<
    ServiceRow,
    'entity_ref' | 'title' | 'owner_ref' | 'system'
  >[] = await query;
  return {
    groups,
    services: rows.flatMap(({ owner_ref: owner, system, ...row }) =>
      owner === null
        ? []
        : [
            {
              ...{ entityRef: row.entity_ref, title: row.title, owner },
              ...(system && { system }),
            },
          ],
    ),
  };
}
