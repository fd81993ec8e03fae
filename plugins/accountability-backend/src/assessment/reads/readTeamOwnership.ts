import {
  FactBrief,
  FactValue,
  ownershipFacts,
  OwnedService,
  OwnershipResponse,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { readGroupTree } from '../../ownership';
import { parseFacts } from '../work/storedAssessment';
import { servicesOf } from './servicesOf';

/** A team's services with how they are looked after, but for the instant it is asked at. */
export type StoredOwnership = Pick<OwnershipResponse, 'team' | 'services'> & {
  /** Where the next page begins. */
  nextAfter?: string;
};

interface Row {
  entity_ref: string;
  title: string;
  owner_ref: string;
  facts: string | null;
  fact_details: string | null;
}

/** Reads the ownership facts of a page of a group's services from their assessments, in two statements. Undefined where there is no such group. */
export async function readTeamOwnership(
  knex: Knex,
  options: {
    groupRef: string;
    /** Only these services, where given. */
    visible?: readonly string[];
    after?: string;
    limit: number;
  },
): Promise<StoredOwnership | undefined> {
  const { visible, after, limit } = options;
  const groupRef = options.groupRef.toLowerCase();
  const [team] = await readGroupTree(knex, { groupRef });
  if (!team) return undefined;
  const query = servicesOf(knex, { groupRef, visible })
    .leftJoin('assessments as a', 'a.entity_ref', 's.entity_ref')
    .orderBy('s.entity_ref')
    .limit(limit + 1)
    .select('s.entity_ref', 's.title', 's.owner_ref')
    .select('a.facts', 'a.fact_details');
  if (after !== undefined) query.where('s.entity_ref', '>', after);
  const rows: Row[] = await query;
  const page = rows.slice(0, limit);
  return {
    team: { groupRef, title: team.title },
    services: page.map(toService),
    nextAfter: rows.length > limit ? page.at(-1)?.entity_ref : undefined,
  };
}

function toService(row: Row): OwnedService {
  const { facts: readings, fact_details } = row;
  const stored =
    readings === null || fact_details === null
      ? []
      : parseFacts({ facts: readings, fact_details });
  const facts = new Map(stored.map(fact => [fact.id, fact]));
  return {
    entityRef: row.entity_ref,
    title: row.title,
    owner: row.owner_ref,
    facts: ownershipFacts.flatMap(id => {
      const fact = facts.get(id);
      return fact ? [toBrief(fact)] : [];
    }),
  };
}

function toBrief(fact: FactValue): FactBrief {
  const { id, unit, sampleSize, because } = fact;
  return {
    id,
    unit,
    sampleSize,
    because,
    ...(fact.status === 'known'
      ? { value: fact.value }
      : { reason: fact.reason }),
  };
}
