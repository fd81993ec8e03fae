import { NotFoundError } from '@backstage/errors';
import { ApiContext } from './ApiContext';

/** The 404 of an entity that the catalog has and Accountability does not know as a group. */
export function missingGroup(
  { syncInterval }: Pick<ApiContext, 'syncInterval'>,
  groupRef: string,
): NotFoundError {
  return new NotFoundError(
    `${groupRef} is not a known group: a team is an entity of kind Group, and the catalog is read every ${syncInterval}`,
  );
}
