import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  CheckStatus,
  checkStatuses,
  ScorecardServiceRow,
  ScorecardServicesResponse,
} from 'backstage-plugin-accountability-common';
import { policyApiRef } from '../../api';
import { Pages, Polled, useAddress, usePagedList } from '../../hooks';

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
  const { params, write } = useAddress();
  const query: ScorecardQuery = {
    level: params.get('level') ?? undefined,
    check: params.get('check') ?? undefined,
    status: checkStatuses.find(each => each === params.get('status')),
    sort: sorts.find(each => each === params.get('sort')) ?? 'name',
  };
  const setQuery = (next: ScorecardQuery) =>
    write({
      level: next.level,
      check: next.check,
      status: next.check && next.status,
      sort: next.sort === 'name' ? undefined : next.sort,
    });
  return { query, setQuery };
}

const servicesOf = ({ services }: ScorecardServicesResponse) => services;

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
  return usePagedList(load, {
    key,
    everyMs: REFRESH_MS,
    itemsOf: servicesOf,
  });
}
