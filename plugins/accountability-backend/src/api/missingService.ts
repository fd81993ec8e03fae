import { parseEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { ApiContext } from './ApiContext';

/** The 404 of an entity that the catalog has and Accountability does not know as a service. */
export function missingService(
  context: Pick<ApiContext, 'serviceKinds' | 'syncInterval'>,
  entityRef: string,
): NotFoundError {
  const { kind } = parseEntityRef(entityRef);
  const kinds = context.serviceKinds.map(one => one.toLowerCase());
  if (!kinds.includes(kind)) {
    return new NotFoundError(
      `${entityRef} is not a service: services are of kind ${context.serviceKinds.join(
        ', ',
      )} (accountability.ownership.kinds)`,
    );
  }
  return new NotFoundError(
    `${entityRef} is not a service yet: the catalog is read every ${context.syncInterval}, and its type must be among accountability.ownership.types where those are set`,
  );
}
