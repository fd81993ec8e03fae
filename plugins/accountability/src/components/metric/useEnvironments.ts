import { useApi } from '@backstage/frontend-plugin-api';
import { accountabilityApiRef } from '../../api';
import { usePolled } from '../../hooks';

/** Environments that deployments of the service name, production first; and the one that is shown. */
export function useEnvironments(entityRef: string, shown?: string): string[] {
  const api = useApi(accountabilityApiRef);
  const timeline = usePolled(() => api.getTimeline(entityRef), {
    key: entityRef,
  });
  const named = (timeline.data?.records ?? []).flatMap(record =>
    record.kind === 'deployment' ? record.environment ?? [] : [],
  );
  const rest = [...named, ...(shown ? [shown] : [])].filter(
    name => name !== 'production',
  );
  return ['production', ...[...new Set(rest)].sort()];
}
