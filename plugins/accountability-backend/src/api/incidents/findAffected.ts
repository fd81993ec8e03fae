import {
  AffectedService,
  IncidentRecord,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import {
  ServiceFile,
  ownerThen,
  readDependencies,
  readServices,
} from '../../ownership';
import { readCollectedKinds, readFirstStarts } from '../../records';

/** A service beside another, by what the catalog says of the two. */
export interface Neighbour {
  file: ServiceFile;
  relation: AffectedService['relation'];
}

/** A service, what it depends on and what depends on it, one hop. */
export async function readNeighbours(
  knex: Knex,
  service: ServiceFile,
): Promise<Neighbour[]> {
  const of = [service.summary.entityRef];
  const below = await readDependencies(knex, { of, by: 'entityRef' });
  const above = await readDependencies(knex, { of, by: 'dependsOn' });
  const relations = new Map<string, AffectedService['relation']>();
  for (const { dependsOn } of below) relations.set(dependsOn, 'dependency');
  for (const { entityRef } of above) {
    if (!relations.has(entityRef)) relations.set(entityRef, 'dependent');
  }
  const files = await readServices(knex, { entityRefs: [...relations.keys()] });
  return [
    { file: service, relation: 'itself' },
    ...files.flatMap(file => {
      const relation = relations.get(file.summary.entityRef);
      return relation ? [{ file, relation }] : [];
    }),
  ];
}

/** Which of the services had an alert or an incident while one lasted; unknown where nobody tells of either. */
export async function findAffected(
  knex: Knex,
  neighbours: readonly Neighbour[],
  given: { incident: IncidentRecord; until: number },
): Promise<AffectedService[]> {
  const { incident, until } = given;
  const subjects = neighbours.flatMap(({ file }) => file.subjects);
  const first = await readFirstStarts(knex, {
    subjects,
    kinds: ['alert', 'incident'],
    from: incident.startedAt,
    to: until,
    // Of a service that shares the subject it says nothing more.
    except: incident.id,
  });
  const collected = await readCollectedKinds(knex, { subjects, until });
  return neighbours.map(({ file, relation }): AffectedService => {
    const starts = file.subjects.flatMap(subject => first.get(subject) ?? []);
    const told = file.subjects
      .flatMap(subject => collected.get(subject) ?? [])
      .some(kind => kind === 'alert' || kind === 'incident');
    const base = {
      service: file.summary,
      relation,
      ownerThen: ownerThen(file.spans, incident.startedAt),
    };
    if (relation === 'itself') {
      return { ...base, state: 'affected', since: incident.startedAt };
    }
    if (starts.length > 0) {
      return { ...base, state: 'affected', since: Math.min(...starts) };
    }
    return { ...base, state: told ? 'not-affected' : 'unknown' };
  });
}
