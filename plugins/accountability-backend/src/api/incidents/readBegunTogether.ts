import { IncidentRecord } from 'backstage-plugin-accountability-common';
import { Begun, burstMs } from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { readEntityRefsOfSubjects } from '../../ownership';
import { readIncidentsBegun } from '../../records';

/** Incidents looked at around one. */
const mostIncidents = 500;

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
