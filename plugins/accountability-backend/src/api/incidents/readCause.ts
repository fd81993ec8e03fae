import { InputError } from '@backstage/errors';
import {
  DeploymentRecord,
  IncidentRecord,
} from 'backstage-plugin-accountability-common';
import { readEntityRefsOfSubjects } from '../../ownership';
import { readRecordsById } from '../../records';
import { ApiContext } from '../ApiContext';
import { Caller } from '../authorize';
import { findReadable } from '../findReadable';

/**
 * The deployment that is to be charged. Throws 400 where it cannot be the
 * cause; one of a service that the caller may not read is as good as none.
 */
export async function readCause(
  context: ApiContext,
  asked: { cause: string; incident: IncidentRecord; now: number },
  credentials: Caller,
): Promise<DeploymentRecord> {
  const { cause, incident, now } = asked;
  const [record] = await readRecordsById(context.database, { ids: [cause] });
  const refs = await readEntityRefsOfSubjects(context.database, {
    subjects: record ? [record.subject] : [],
  });
  const readable = await findReadable(
    context,
    [...refs.values()].flat(),
    credentials,
  );
  if (record?.kind !== 'deployment' || readable.size === 0) {
    throw new InputError(
      `There is no deployment ${cause} of a service that you may read`,
    );
  }
  const { environment } = record;
  if (environment !== undefined && environment !== 'production') {
    throw new InputError(
      `The deployment ${cause} went to ${environment}; only one that reached production can be the cause`,
    );
  }
  if (record.startedAt > (incident.endedAt ?? now)) {
    throw new InputError(
      `The deployment ${cause} began after the incident had ended and cannot be its cause`,
    );
  }
  return record;
}
