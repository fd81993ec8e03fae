import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useAsOf } from '../../hooks';
import { deploymentRouteRef, incidentRouteRef } from '../../routes';

/** Finds the address of a record's page; absent for kinds that have none, and where the app left the page out. From a page of a past instant to an incident as of then. */
export function useRecordPage() {
  const incident = useRouteRef(incidentRouteRef);
  const deployment = useRouteRef(deploymentRouteRef);
  const { at } = useAsOf();
  const then = at === undefined ? '' : `?at=${new Date(at).toISOString()}`;
  return (
    entityRef: string,
    record: { kind: string; id: string },
  ): string | undefined => {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    // The router escapes what would end a segment, but not what it will unescape.
    const id = record.id.replaceAll('%', '%25');
    const params = { kind: kind.toLocaleLowerCase('en'), namespace, name };
    if (record.kind === 'incident') {
      const page = incident?.({ ...params, record: id });
      return page && `${page}${then}`;
    }
    if (record.kind === 'deployment') {
      return deployment?.({ ...params, record: id });
    }
    return undefined;
  };
}
