import {
  Attribution,
  IncidentRecord,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { ServiceFile } from '../../ownership';
import {
  alertAt,
  deploymentAt,
  incidentAt,
  readRecords,
  readRecordsById,
} from '../../records';

/** Before the impact. */
const leadMs = 2 * 3_600_000;
/** After the end. */
const tailMs = 3_600_000;
const mostRecords = 1000;

/** Deployments, alerts and incidents of a service around one incident, as they stood at an instant; at most 1,000. */
export async function readAround(
  knex: Knex,
  service: ServiceFile,
  { incident, at }: { incident: IncidentRecord; at: number },
): Promise<ServiceRecord[]> {
  const from = incident.startedAt - leadMs;
  const until = Math.min((incident.endedAt ?? at) + tailMs, at);
  const records = await readRecords(knex, {
    subjects: service.subjects,
    kinds: ['deployment', 'alert', 'incident'],
    from,
    to: until + 1,
    limit: mostRecords,
  });
  // What has been going on since long before is no part of it.
  return records
    .filter(({ startedAt }) => startedAt >= from)
    .flatMap(record => asItStood(record, at) ?? []);
}

/** Records that links name, of whatever service. */
export async function readNamed(
  knex: Knex,
  links: readonly Attribution[],
): Promise<ServiceRecord[]> {
  const ids = links.flatMap(({ cause, candidates, remedy }) => [
    ...(cause ? [cause] : []),
    ...candidates.map(({ record }) => record),
    ...(remedy ? [remedy.record, ...remedy.undone] : []),
  ]);
  return readRecordsById(knex, { ids });
}

/** A record as it stood at an instant, as far as that can be told from what is known now. */
export function asItStood(
  record: ServiceRecord,
  at: number,
): ServiceRecord | undefined {
  if (record.kind === 'incident') return incidentAt(record, at);
  if (record.kind === 'deployment') return deploymentAt(record, at);
  if (record.kind === 'alert') return alertAt(record, at);
  return record.startedAt <= at ? record : undefined;
}
