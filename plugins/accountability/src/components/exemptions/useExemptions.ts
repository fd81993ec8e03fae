import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  ExemptionEntry,
  ExemptionsResponse,
  ExemptionState,
  exemptionStates,
} from 'backstage-plugin-accountability-common';
import { policyApiRef } from '../../api';
import { Pages, POLL_MS, Polled, useAddress, usePagedList } from '../../hooks';

/** Reads and writes in the address which exemptions are shown. */
export function useExemptionState() {
  const { params, write } = useAddress();
  const state = exemptionStates.find(each => each === params.get('state'));
  const setState = (next: ExemptionState | undefined) => write({ state: next });
  return { state, setState };
}

const exemptionsOf = ({ exemptions }: ExemptionsResponse) => exemptions;

/** Exemptions of one state or of all, page after page. */
export function useExemptions(state: ExemptionState | undefined): {
  first: Polled<ExemptionsResponse>;
  pages: Pages<ExemptionEntry>;
} {
  const api = useApi(policyApiRef);
  const load = useCallback(
    (cursor?: string) => api.getExemptions({ state, cursor }),
    [api, state],
  );
  return usePagedList(load, {
    key: `exemptions ${state}`,
    everyMs: POLL_MS,
    itemsOf: exemptionsOf,
  });
}
