import { Burst, IncidentRecord } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { readEntityRefsOfSubjects } from '../../ownership';
import { readIncidentsBegun } from '../../records';

/** Incidents that began within so long of each other are one event of the platform, milliseconds. */
export const burstMs = 2 * 60_000;
/** Of at least so many services; fewer come together by chance. */
export const burstServices = 3;
/** Incidents looked at around one. */
const mostIncidents = 500;

type Begun = Burst['incidents'][number];

/** Incidents that began near one, each with the first service that it is of; those of nobody and merged ones are left out. */
export async function readBegunTogether(
  knex: Knex,
  { startedAt }: IncidentRecord,
): Promise<(Begun & { services: string[] })[]> {
  const incidents = await readIncidentsBegun(knex, {
    from: startedAt - burstMs,
    to: startedAt + burstMs,
    limit: mostIncidents,
  });
  if (incidents.length < burstServices) return [];
  const refs = await readEntityRefsOfSubjects(knex, {
    subjects: incidents.map(({ subject }) => subject),
  });
  return incidents
    .filter(({ mergedInto }) => mergedInto === undefined)
    .flatMap(({ id, subject, startedAt: at }) => {
      const services = refs.get(subject) ?? [];
      const [service] = services;
      return service
        ? [{ incident: id, service, startedAt: at, services }]
        : [];
    });
}

/**
 * The burst that an incident is part of: of all stretches of two minutes that
 * hold it, the one in which incidents of most services began; undefined where
 * those are fewer than three.
 */
export function findBurst(
  begun: readonly Begun[],
  incident: Pick<IncidentRecord, 'id' | 'startedAt'>,
): Burst | undefined {
  const sorted = [...begun].sort(
    (a, b) => a.startedAt - b.startedAt || (a.incident < b.incident ? -1 : 1),
  );
  if (!sorted.some(one => one.incident === incident.id)) return undefined;
  let best: Begun[] = [];
  for (const { startedAt: from } of sorted) {
    if (from > incident.startedAt) break;
    const together = sorted.filter(
      ({ startedAt }) => startedAt >= from && startedAt <= from + burstMs,
    );
    const holdsIt = together.some(one => one.incident === incident.id);
    if (holdsIt && countServices(together) > countServices(best)) {
      best = together;
    }
  }
  if (countServices(best) < burstServices) return undefined;
  return {
    from: best[0].startedAt,
    to: best[best.length - 1].startedAt,
    incidents: best.map(({ incident: id, service, startedAt }) => {
      return { incident: id, service, startedAt };
    }),
  };
}

function countServices(begun: readonly Begun[]): number {
  return new Set(begun.map(({ service }) => service)).size;
}
