import { IncidentRecord } from 'backstage-plugin-accountability-common';
import {
  Begun,
  IncidentBurst,
  burstMs,
  findBurst,
} from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { readDependencies, readEntityRefsOfSubjects } from '../../ownership';
import { incidentAt, readIncidentsNear } from '../../records';

/** Incidents near those of some services, and what their services depend on: read once, asked at any instant. */
export interface BegunNear {
  incidents: readonly { incident: IncidentRecord; services: string[] }[];
  /** By service. */
  dependsOn: ReadonlyMap<string, readonly string[]>;
}

/** Reads which incidents of any service began near the given ones, in at most three statements. */
export async function readBegunNear(
  knex: Knex,
  incidents: readonly IncidentRecord[],
): Promise<BegunNear> {
  if (incidents.length === 0) return { incidents: [], dependsOn: new Map() };
  const near = await readIncidentsNear(knex, {
    instants: incidents.map(({ startedAt }) => startedAt),
    reachMs: burstMs,
  });
  const refs = await readEntityRefsOfSubjects(knex, {
    subjects: [...new Set(near.map(({ subject }) => subject))],
  });
  const services = new Set([...refs.values()].flat());
  // Two services are no burst, so nobody asks what they depend on.
  const dependencies =
    services.size > 2
      ? await readDependencies(knex, { of: [...services], by: 'entityRef' })
      : [];
  const dependsOn = new Map<string, string[]>();
  for (const { entityRef, dependsOn: other } of dependencies) {
    dependsOn.set(entityRef, [...(dependsOn.get(entityRef) ?? []), other]);
  }
  return {
    incidents: near.flatMap(incident => {
      const of = refs.get(incident.subject);
      return of ? [{ incident, services: of }] : [];
    }),
    dependsOn,
  };
}

/** The bursts that incidents of a service were part of, as it was known at an instant. */
export function burstsAt(
  entityRef: string,
  given: { near: BegunNear; incidents: readonly string[]; at: number },
): IncidentBurst[] {
  const { near, at } = given;
  const begun = near.incidents.flatMap(({ incident, services }): Begun[] => {
    const then = incidentAt(incident, at);
    if (!then || then.mergedInto !== undefined) return [];
    // What belongs to several is one failure, of the one that is asked about.
    const service = services.includes(entityRef) ? entityRef : services[0];
    return [{ incident: then.id, service, startedAt: then.startedAt }];
  });
  const own = new Set(given.incidents);
  return begun
    .filter(one => own.has(one.incident) && one.service === entityRef)
    .flatMap(one => toBurst(one, begun, near.dependsOn) ?? []);
}

function toBurst(
  { incident, service, startedAt }: Begun,
  begun: readonly Begun[],
  dependsOn: BegunNear['dependsOn'],
): IncidentBurst | undefined {
  const close = begun.filter(
    one => Math.abs(one.startedAt - startedAt) <= burstMs,
  );
  const burst = findBurst(
    close,
    { id: incident, startedAt },
    ref => dependsOn.get(ref) ?? [],
  );
  if (!burst) return undefined;
  const { incidents, root } = burst;
  return {
    incident,
    services: new Set(incidents.map(one => one.service)).size,
    from: incidents[0].startedAt,
    to: incidents[incidents.length - 1].startedAt,
    ...(root && { cascade: root === service ? 'root' : 'downstream' }),
  };
}
