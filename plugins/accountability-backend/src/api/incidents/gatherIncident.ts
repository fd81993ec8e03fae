import {
  IncidentRecord,
  IncidentResponse,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { FoundBurst, findBurst } from 'backstage-plugin-accountability-engine';
import { ServiceFile } from '../../ownership';
import { ApiContext } from '../ApiContext';
import { Caller } from '../authorize';
import { RecordSight } from '../sight/RecordSight';
import { hideInDecision } from '../sight/hideInDecision';
import { hideInIncident } from '../sight/hideInIncident';
import { hideInLink } from '../sight/hideInLink';
import { hideInRecord } from '../sight/hideInRecord';
import { namesIn } from '../sight/namesIn';
import { readRecordSight } from '../sight/readRecordSight';
import { findAffected, readNeighbours } from './findAffected';
import { readBegunTogether } from './readBegunTogether';
import { gatherLinks } from './gatherLinks';
import { asItStood, readAround, readNamed } from './readAround';

/** The parts of an incident page that depend on what the caller may read. */
export type Gathered = Pick<
  IncidentResponse,
  | 'incident'
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
  credentials: Caller;
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
  const neighbours = await readNeighbours(database, service);
  const begun = await readBegunTogether(database, incident);
  const around = await readAround(database, service, asked);
  const { entityRef } = service.summary;
  const names = namesIn({
    links: all,
    records: [incident, ...around, ...named],
  });
  names.records.push(...links.decisions.flatMap(({ cause }) => cause ?? []));
  names.services.push(
    ...neighbours.map(({ file }) => file.summary.entityRef),
    ...begun.flatMap(({ services }) => services),
  );
  const sight = await readRecordSight(
    context,
    { entityRef, ...names, shown: named.map(({ id }) => id) },
    asked.credentials,
  );
  const burst = findBurst(
    begun.flatMap(one => seenAs(one, { entityRef, sight, at })),
    incident,
  );
  return {
    incident: hideInIncident(incident, sight),
    ...(links.inForce && { attribution: hideInLink(links.inForce, sight) }),
    ...(links.linkedAt !== undefined && { linkedAt: links.linkedAt }),
    history: links.history.map(link => ({
      ...link,
      attribution: hideInLink(link.attribution, sight),
    })),
    decisions: links.decisions.map(entry => hideInDecision(entry, sight)),
    records: inOrder([
      ...around,
      ...named
        .filter(({ id }) => sight.shows(id))
        .flatMap(record => asItStood(record, at) ?? []),
    ]).map(record => hideInRecord(record, sight)),
    affected: await findAffected(
      database,
      neighbours.filter(({ file }) => sight.service(file.summary.entityRef)),
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
  given: { entityRef: string; sight: RecordSight; at: number },
) {
  const { entityRef, sight, at } = given;
  const service = services.includes(entityRef)
    ? entityRef
    : services.find(ref => sight.service(ref));
  return service && one.startedAt <= at ? [{ ...one, service }] : [];
}

function inOrder(records: readonly ServiceRecord[]): ServiceRecord[] {
  return [...new Map(records.map(record => [record.id, record])).values()].sort(
    (a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1),
  );
}
