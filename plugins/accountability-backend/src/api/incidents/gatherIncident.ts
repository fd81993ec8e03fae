import {
  CauseOverrideEntry,
  IncidentRecord,
  IncidentResponse,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { FoundBurst, findBurst } from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { ServiceFile, readEntityRefsOfSubjects } from '../../ownership';
import { readRecordsById } from '../../records';
import { ApiContext } from '../ApiContext';
import { findAffected, readNeighbours } from './findAffected';
import { readBegunTogether } from './readBegunTogether';
import { gatherLinks } from './gatherLinks';
import { hideUnreadable, servicesNamed } from './hideUnreadable';
import { asItStood, readAround, readNamed } from './readAround';

/** The parts of an incident page that depend on what the caller may read. */
export type Gathered = Pick<
  IncidentResponse,
  | 'attribution'
  | 'linkedAt'
  | 'history'
  | 'decisions'
  | 'records'
  | 'affected'
  | 'burst'
>;

interface Asked {
  incident: IncidentRecord;
  at: number;
  past: boolean;
  /** Those of the services that the caller may read. */
  readable(entityRefs: readonly string[]): Promise<ReadonlySet<string>>;
}

/**
 * Everything around an incident. All services that are named anywhere are
 * asked for at once, and what the caller may not read is left out.
 */
export async function gatherIncident(
  context: ApiContext,
  service: ServiceFile,
  asked: Asked,
): Promise<Gathered> {
  const { database } = context;
  const { incident, at } = asked;
  const links = await gatherLinks(context, service, asked);
  const all = [
    ...(links.inForce ? [links.inForce] : []),
    ...links.history.map(({ attribution }) => attribution),
  ];
  const named = await readNamed(database, all.slice(0, 1));
  const causes = await readCauseServices(database, links.decisions);
  const neighbours = await readNeighbours(database, service);
  const begun = await readBegunTogether(database, incident);
  const { entityRef } = service.summary;
  const others = await asked.readable([
    ...all.flatMap(servicesNamed),
    ...named.flatMap(({ services }) => services),
    ...[...causes.values()].flat(),
    ...neighbours.map(({ file }) => file.summary.entityRef),
    ...begun.flatMap(({ services }) => services),
  ]);
  const readable = new Set([...others, entityRef]);
  const mayRead = (services: readonly string[]) =>
    services.some(ref => readable.has(ref));
  const around = await readAround(database, service, asked);
  const burst = findBurst(
    begun.flatMap(one => seenAs(one, { entityRef, readable, at })),
    incident,
  );
  return {
    ...(links.inForce && {
      attribution: hideUnreadable(links.inForce, readable),
    }),
    ...(links.linkedAt !== undefined && { linkedAt: links.linkedAt }),
    history: links.history.map(link => ({
      ...link,
      attribution: hideUnreadable(link.attribution, readable),
    })),
    decisions: links.decisions.map(entry =>
      hideCause(entry, mayRead(causes.get(entry.cause ?? '') ?? [])),
    ),
    records: inOrder([
      ...around,
      ...named
        .filter(({ services }) => mayRead(services))
        .flatMap(({ record }) => asItStood(record, at) ?? []),
    ]),
    affected: await findAffected(
      database,
      neighbours.filter(({ file }) => readable.has(file.summary.entityRef)),
      { incident, until: incident.endedAt ?? at },
    ),
    ...(burst && { burst: toResponse(burst) }),
  };
}

function toResponse({ incidents }: FoundBurst): IncidentResponse['burst'] {
  const [first] = incidents;
  const last = incidents[incidents.length - 1];
  return {
    from: first.startedAt,
    to: last.startedAt,
    incidents: incidents.map(({ incident, service, startedAt }) => {
      return { incident, service, startedAt };
    }),
  };
}

/** An incident of a burst as of the service by which the caller sees it. */
function seenAs(
  { services, ...one }: Awaited<ReturnType<typeof readBegunTogether>>[number],
  given: { entityRef: string; readable: ReadonlySet<string>; at: number },
) {
  const { entityRef, readable, at } = given;
  const service = services.includes(entityRef)
    ? entityRef
    : services.find(ref => readable.has(ref));
  return service && one.startedAt <= at ? [{ ...one, service }] : [];
}

/** The services that the deployments of decisions are of, by record id. */
async function readCauseServices(
  knex: Knex,
  decisions: readonly CauseOverrideEntry[],
): Promise<Map<string, string[]>> {
  const ids = decisions.flatMap(({ cause }) => cause ?? []);
  const records = await readRecordsById(knex, { ids });
  const refs = await readEntityRefsOfSubjects(knex, {
    subjects: records.map(({ subject }) => subject),
  });
  return new Map(
    records.map(({ id, subject }) => [id, refs.get(subject) ?? []]),
  );
}

function hideCause(
  entry: CauseOverrideEntry,
  mayRead: boolean,
): CauseOverrideEntry {
  if (entry.cause === undefined || mayRead) return entry;
  const { cause: _, ...rest } = entry;
  return { ...rest, causeHidden: true };
}

function inOrder(records: readonly ServiceRecord[]): ServiceRecord[] {
  return [...new Map(records.map(record => [record.id, record])).values()].sort(
    (a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1),
  );
}
