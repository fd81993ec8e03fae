import { useRef } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  OrganisationFilter,
  OrganisationResponse,
} from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../../api';
import { Polled, usePolled, useRefreshOnSignal } from '../../hooks';

/** A page of sums over all services need not be as fresh as that of one; a turn refreshes it at once. */
const REFRESH_MS = 15_000;

/** The organisation, narrowed; read again as time goes and when anything turned. */
export function useOrganisation(
  filter: OrganisationFilter,
): Polled<OrganisationResponse> & { latest?: OrganisationResponse } {
  const api = useApi(accountabilityApiRef);
  const polled = usePolled(() => api.getOrganisation(filter), {
    key: JSON.stringify(filter),
    everyMs: REFRESH_MS,
  });
  useRefreshOnSignal(polled.retry);
  // While another choice is on its way, what can be chosen stays as it was.
  const latest = useRef<OrganisationResponse>();
  latest.current = polled.data ?? latest.current;
  return { ...polled, latest: latest.current };
}
