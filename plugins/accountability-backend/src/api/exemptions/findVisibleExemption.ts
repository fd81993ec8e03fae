import { NotFoundError } from '@backstage/errors';
import { Exemption } from 'backstage-plugin-accountability-common';
import { findExemption } from '../../governance';
import { ApiContext } from '../ApiContext';
import { Caller } from '../authorize';
import { listVisible } from '../scorecards/listVisible';

/** An exemption by its id; throws 404 where there is none, and for one of a service that the caller may not read. */
export async function findVisibleExemption(
  context: ApiContext,
  id: string,
  credentials: Caller,
): Promise<Exemption> {
  const exemption = await findExemption(context.database, { id });
  if (exemption && (await isVisible(context, exemption, credentials))) {
    return exemption;
  }
  throw new NotFoundError(`There is no exemption ${id} that you may read`);
}

/** One of an owner or a system is for every reader to see. */
async function isVisible(
  context: ApiContext,
  { subject }: Exemption,
  credentials: Caller,
): Promise<boolean> {
  if (subject.by !== 'service') return true;
  const visible = await listVisible(context, credentials, async () => [
    subject.ref,
  ]);
  return !visible || visible.includes(subject.ref);
}
