import {
  Attribution,
  IncidentRecord,
} from 'backstage-plugin-accountability-common';
import { ForeignCharge } from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { ServiceFile } from '../../ownership';
import { incidentAt, readRecordsById } from '../../records';
import { ChargesAt } from './Surroundings';
import { readChargingLinks } from './readChargingLinks';

interface Link {
  attribution: Attribution;
  incident: IncidentRecord;
  /** Subject of the deployment that is charged. */
  causeSubject: string;
}

/**
 * Incidents of others, begun at or after `from`, whose links in force charge a
 * deployment of the services: a deployment of several services to each of
 * them. By the service that is charged, in two statements.
 */
export async function readForeignCharges(
  knex: Knex,
  { files, from }: { files: readonly ServiceFile[]; from: number },
): Promise<Map<string, ChargesAt>> {
  const rows = await readChargingLinks(knex, { files, from, past: false });
  if (rows.length === 0) return new Map();
  const found = await readRecordsById(knex, {
    ids: rows.flatMap(row => [row.incident_id, row.cause_id ?? '']),
  });
  const records = new Map(found.map(record => [record.id, record]));
  const links = rows.flatMap((row): Link[] => {
    const incident = records.get(row.incident_id);
    const cause = records.get(row.cause_id ?? '');
    if (incident?.kind !== 'incident' || !cause) return [];
    const attribution: Attribution = JSON.parse(row.attribution);
    return [{ attribution, incident, causeSubject: cause.subject }];
  });
  return new Map(
    files.map(file => {
      const mine = linksOf(file, links);
      return [
        file.summary.entityRef,
        at => mine.flatMap(link => toCharge(link, at)),
      ];
    }),
  );
}

/** One link of each incident: several services may have an incident in common, and it is charged once. */
function linksOf({ subjects }: ServiceFile, links: readonly Link[]): Link[] {
  const byIncident = new Map<string, Link>();
  for (const link of links) {
    const { id, subject } = link.incident;
    if (!subjects.includes(link.causeSubject)) continue;
    // An incident of its own is charged by the service itself.
    if (subjects.includes(subject) || byIncident.has(id)) continue;
    byIncident.set(id, link);
  }
  return [...byIncident.values()];
}

function toCharge(
  { attribution, incident }: Link,
  at: number,
): ForeignCharge[] {
  const then = incidentAt(incident, at);
  if (!then || then.mergedInto !== undefined) return [];
  return [{ attribution, incident: then }];
}
