import {
  CheckRef,
  CheckStatus,
  Coverage,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { readInstant } from '../../database/instants';
import { CheckResultRow, ServiceRow } from '../../database/tables';
import { TreeScope, servicesOf } from './servicesOf';

/** A check that a service of a team does not pass. */
export interface TeamRisk extends CheckRef {
  entityRef: string;
  title: string;
  owner: string;
  status: Extract<CheckStatus, 'fail' | 'warn'>;
  /** Since when the status is what it is; epoch milliseconds. */
  since: number;
}

/** What does not pass in a team's tree, and how much of it is known. */
export interface TeamRisks {
  services: number;
  /** Services with a first assessment; of the others nothing is known. */
  assessed: number;
  coverage: Coverage;
  /** In no particular order. */
  risks: TeamRisk[];
}

type Row = Pick<ServiceRow, 'entity_ref' | 'title'> & {
  owner_ref: string;
} & Pick<CheckResultRow, 'scorecard' | 'check_id' | 'since'> & {
    status: TeamRisk['status'];
  };

/** What fails and warns in the services of a group and of all groups below it, in two statements. */
export async function readTeamRisks(
  knex: Knex,
  scope: TreeScope,
): Promise<TeamRisks> {
  const sums: Record<string, string | number | null> = await servicesOf(
    knex,
    scope,
  )
    .leftJoin('assessments as a', 'a.entity_ref', 's.entity_ref')
    .first(
      knex.raw('count(*) as services'),
      knex.raw('count(a.entity_ref) as assessed'),
      knex.raw('sum(a.known) as known'),
      knex.raw('sum(a.applicable) as applicable'),
    );
  const rows: Row[] = await servicesOf(knex, scope)
    .join('check_results as r', 'r.entity_ref', 's.entity_ref')
    .whereIn('r.status', ['fail', 'warn'])
    .select('s.entity_ref', 's.title', 's.owner_ref')
    .select('r.scorecard', 'r.check_id', 'r.status', 'r.since');
  return {
    services: Number(sums.services),
    assessed: Number(sums.assessed),
    coverage: {
      known: Number(sums.known),
      applicable: Number(sums.applicable),
    },
    risks: rows.map(row => ({
      entityRef: row.entity_ref,
      title: row.title,
      owner: row.owner_ref,
      scorecard: row.scorecard,
      check: row.check_id,
      status: row.status,
      since: readInstant(row.since),
    })),
  };
}
