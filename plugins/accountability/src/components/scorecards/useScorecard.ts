import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  CheckStatus,
  checkStatuses,
  ScorecardServiceRow,
  ScorecardServicesResponse,
} from 'backstage-plugin-accountability-common';
import { useSearchParams } from 'react-router-dom';
import { policyApiRef } from '../../api';
import { Pages, Polled, usePages, usePolled } from '../../hooks';

/** Orders of the list. */
export const sorts = ['name', 'level', 'owner'] as const;

/** What the list is narrowed to, as the address keeps it. */
export interface ScorecardQuery {
  level?: string;
  check?: string;
  status?: CheckStatus;
  sort: (typeof sorts)[number];
}

const REFRESH_MS = 15_000;

/** Reads and writes in the address what the list is narrowed to. */
export function useScorecardQuery() {
  const [params, setParams] = useSearchParams();
  const query: ScorecardQuery = {
    level: params.get('level') ?? undefined,
    check: params.get('check') ?? undefined,
    status: checkStatuses.find(each => each === params.get('status')),
    sort: sorts.find(each => each === params.get('sort')) ?? 'name',
  };
  const setQuery = (next: ScorecardQuery) =>
    setParams(old => {
      const now = new URLSearchParams(old);
      const put = (name: string, value: string | undefined) =>
        value ? now.set(name, value) : now.delete(name);
      put('level', next.level);
      put('check', next.check);
      put('status', next.check && next.status);
      put('sort', next.sort === 'name' ? undefined : next.sort);
      return now;
    });
  return { query, setQuery };
}

/** Services of a scorecard, page after page. */
export function useScorecard(
  scorecard: string,
  query: ScorecardQuery,
): {
  first: Polled<ScorecardServicesResponse>;
  pages: Pages<ScorecardServiceRow>;
} {
  const api = useApi(policyApiRef);
  const { level, check, status, sort } = query;
  const load = useCallback(
    (cursor?: string) =>
      api.getScorecardServices(scorecard, {
        level,
        check,
        status: check ? status : undefined,
        sort,
        cursor,
      }),
    [api, scorecard, level, check, status, sort],
  );
  const key = [scorecard, level, check, status, sort].join(' ');
  const first = usePolled(() => load(), { key, everyMs: REFRESH_MS });
  const loadPage = useCallback(
    async (cursor: string) => {
      const { services, nextCursor } = await load(cursor);
      return { items: services, nextCursor };
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
