import {
  IncidentRecord,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { migrate } from '../../database/__testUtils__/testCatalog';
import { insertRows } from '../../database/insertRows';
import { writeInstant } from '../../database/instants';

export const DAY = 86_400_000;
/** A Monday at noon, in UTC. */
export const now = Date.UTC(2026, 10, 23, 12);
export const ago = (days: number) => now - days * DAY;
export const ref = (name: string) => `component:default/${name}`;
export const team = (name: string) => `group:default/${name}`;

/** A team `core` with the group `risk` below it, another team `search`, and services. */
export async function startTeam(
  knex: Knex,
  services: readonly { name: string; owner?: string; system?: string }[],
): Promise<Knex> {
  await migrate(knex);
  const groups = [
    { name: 'core', zone: 'Europe/Berlin', rotas: ['pd:P1'] },
    { name: 'risk', parent: 'core', rotas: ['pd:P2'] },
    { name: 'search', rotas: ['pd:P9'] },
  ];
  await insertRows(
    knex,
    { table: 'groups' },
    groups.map(({ name, parent, zone, rotas }) => ({
      group_ref: team(name),
      title: name[0].toUpperCase() + name.slice(1),
      parent_ref: parent ? team(parent) : null,
      zone: zone ?? null,
      rotas: JSON.stringify(rotas),
    })),
  );
  await insertRows(knex, { table: 'group_closure' }, [
    ...groups.map(({ name }) => closure(name, name, 0)),
    closure('core', 'risk', 1),
  ]);
  const owned = services.map(({ owner = 'core', ...service }) => ({
    ...service,
    owner: team(owner),
  }));
  await insertRows(
    knex,
    { table: 'services' },
    owned.map(({ name, owner, system }) => ({
      entity_ref: ref(name),
      title: name[0].toUpperCase() + name.slice(1),
      kind: 'Component',
      system: system ?? null,
      owner_ref: owner,
      owner_resolves: true,
      entity: JSON.stringify({ kind: 'Component', spec: { type: 'service' } }),
      digest: '',
    })),
  );
  await insertRows(
    knex,
    { table: 'owner_spans' },
    owned.map(({ name, owner }) => ({
      entity_ref: ref(name),
      valid_from: writeInstant(ago(100)),
      owner_ref: owner,
      origin: 'catalog',
    })),
  );
  await insertRows(
    knex,
    { table: 'subject_keys' },
    services.map(({ name }) => ({
      ...{ subject: `github:acme/${name}`, entity_ref: ref(name) },
      origin: 'github.com/project-slug',
    })),
  );
  return knex;
}

function closure(above: string, below: string, depth: number) {
  return { ancestor_ref: team(above), descendant_ref: team(below), depth };
}

/** Stores records as they are folded. */
export async function addRecords(
  knex: Knex,
  records: readonly ServiceRecord[],
): Promise<void> {
  await insertRows(
    knex,
    { table: 'records' },
    records.map(record => ({
      subject: record.subject,
      record_id: record.id,
      kind: record.kind,
      started_at: writeInstant(record.startedAt),
      ended_at: record.endedAt ? writeInstant(record.endedAt) : null,
      record: JSON.stringify(record),
    })),
  );
}

/** An incident of a service; of the first call to it the instant and the rota. */
export function incident(
  id: string,
  given: {
    service?: string;
    at: number;
    /** Null where it does not tell how it was answered. */
    rota?: string | null;
    step?: 'paged' | 'escalated' | 'acknowledged';
    mergedInto?: string;
  },
): IncidentRecord {
  const { service = 'pay', at, rota, step = 'paged', mergedInto } = given;
  return {
    ...{ kind: 'incident', id, subject: `github:acme/${service}` },
    ...{ startedAt: at, state: 'triggered', episodes: [{ from: at }] },
    ...(mergedInto && { mergedInto }),
    ...(rota !== null && { responses: [{ step, at, team: rota }] }),
  };
}
