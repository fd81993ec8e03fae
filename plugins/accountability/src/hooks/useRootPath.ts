import { useRouteRef } from '@backstage/frontend-plugin-api';
import { rootRouteRef } from '../routes';

/** Where the pages of Accountability stand in the portal. */
export function useRootPath(): string {
  return useRouteRef(rootRouteRef)?.() ?? '/accountability';
}
