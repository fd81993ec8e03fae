import { useApi } from '@backstage/frontend-plugin-api';
import { DeploymentRecord } from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../../api';
import { usePolled } from '../../hooks';

/** Deployments of a service by their record ids; one that does not come is left out. */
export function useDeployments(
  entityRef: string,
  ids: string[],
): Map<string, DeploymentRecord> {
  const api = useApi(accountabilityApiRef);
  const one = async (id: string): Promise<DeploymentRecord[]> => {
    try {
      const { records } = await api.getEvidence(entityRef, { record: id });
      return records.filter(
        (record): record is DeploymentRecord =>
          record.kind === 'deployment' && record.id === id,
      );
    } catch {
      // Its link stays, under the end of its id.
      return [];
    }
  };
  const found = usePolled(() => Promise.all(ids.map(one)), {
    key: `${entityRef} ${ids.join(' ')}`,
  });
  return new Map((found.data ?? []).flat().map(each => [each.id, each]));
}
