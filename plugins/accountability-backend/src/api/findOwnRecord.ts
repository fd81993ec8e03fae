import { NotFoundError } from '@backstage/errors';
import {
  DeploymentRecord,
  IncidentRecord,
} from 'backstage-plugin-accountability-common';
import { ServiceFile } from '../ownership';
import { readRecordsById } from '../records';
import { ApiContext } from './ApiContext';

/** An incident of a service; throws 404 where it has none of that id. */
export async function findOwnIncident(
  context: Pick<ApiContext, 'database'>,
  service: ServiceFile,
  id: string,
): Promise<IncidentRecord> {
  const record = await findRecord(context, service, id);
  if (record?.kind !== 'incident') throw missing(service, 'incident', id);
  return record;
}

/** A deployment of a service; throws 404 where it has none of that id. */
export async function findOwnDeployment(
  context: Pick<ApiContext, 'database'>,
  service: ServiceFile,
  id: string,
): Promise<DeploymentRecord> {
  const record = await findRecord(context, service, id);
  if (record?.kind !== 'deployment') throw missing(service, 'deployment', id);
  return record;
}

async function findRecord(
  { database }: Pick<ApiContext, 'database'>,
  service: ServiceFile,
  id: string,
) {
  const [record] = await readRecordsById(database, { ids: [id] });
  return service.subjects.includes(record?.subject) ? record : undefined;
}

function missing({ summary }: ServiceFile, kind: string, id: string) {
  return new NotFoundError(`${summary.entityRef} has no ${kind} ${id}`);
}
