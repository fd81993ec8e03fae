import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  ExemptionEntry,
  ExemptionsResponse,
  ExemptionState,
  exemptionStates,
} from 'backstage-plugin-accountability-common';
import { useSearchParams } from 'react-router-dom';
import { policyApiRef } from '../../api';
import { Pages, POLL_MS, Polled, usePages, usePolled } from '../../hooks';

/** Reads and writes in the address which exemptions are shown. */
export function useExemptionState() {
  const [params, setParams] = useSearchParams();
  const state = exemptionStates.find(each => each === params.get('state'));
  const setState = (next: ExemptionState | undefined) =>
    setParams(old => {
      const now = new URLSearchParams(old);
      if (next) now.set('state', next);
      else now.delete('state');
      return now;
    });
  return { state, setState };
}

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
  const key = `exemptions ${state}`;
  const first = usePolled(() => load(), { key, everyMs: POLL_MS });
  const loadPage = useCallback(
    async (cursor: string) => {
      const { exemptions, nextCursor } = await load(cursor);
      return { items: exemptions, nextCursor };
    },
    [load],
  );
  const firstCursor = first.data?.nextCursor;
  const pages = usePages(loadPage, {
    key: `${key} ${firstCursor}`,
    firstCursor,
  });
  return { first, pages };
}
