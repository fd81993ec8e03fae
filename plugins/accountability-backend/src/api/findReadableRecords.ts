import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ServiceRecord } from 'backstage-plugin-accountability-common';
import { ServiceFile, readEntityRefsOfSubjects } from '../ownership';
import { ApiContext } from './ApiContext';
import { findReadable } from './findReadable';

/** Records of a service, and of those of others the ones that the caller may read. */
export async function findReadableRecords(
  context: Pick<ApiContext, 'catalog' | 'database'>,
  given: { service: ServiceFile; records: readonly ServiceRecord[] },
  credentials: BackstageCredentials,
): Promise<ServiceRecord[]> {
  const { service, records } = given;
  const isOwn = ({ subject }: ServiceRecord) =>
    service.subjects.includes(subject);
  if (records.every(isOwn)) return [...records];
  const refs = await readEntityRefsOfSubjects(context.database, {
    subjects: records
      .filter(record => !isOwn(record))
      .map(({ subject }) => subject),
  });
  const readable = await findReadable(
    context,
    [...refs.values()].flat(),
    credentials,
  );
  return records.filter(
    record =>
      isOwn(record) || refs.get(record.subject)?.some(ref => readable.has(ref)),
  );
}
