import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  DecisionsOptions,
  DecisionsResponse,
  DecisionSummary,
  GateOutcome,
} from 'backstage-plugin-accountability-common';
import { useSearchParams } from 'react-router-dom';
import { policyApiRef } from '../../api';
import { Pages, POLL_MS, Polled, usePages, usePolled } from '../../hooks';

/** What the log is narrowed to, as the address keeps it. */
export interface DecisionsQuery {
  gate?: string;
  outcome?: GateOutcome;
  brokenGlass?: boolean;
}

const outcomes: readonly GateOutcome[] = ['allow', 'warn', 'deny'];

/** Reads and writes what the log is narrowed to in the address, so that a link holds it. */
export function useDecisionsQuery() {
  const [params, setParams] = useSearchParams();
  const query: DecisionsQuery = {
    gate: params.get('gate') ?? undefined,
    outcome: outcomes.find(each => each === params.get('outcome')),
    brokenGlass: params.get('past') === 'yes' || undefined,
  };
  const setQuery = (next: DecisionsQuery) =>
    setParams(old => {
      const now = new URLSearchParams(old);
      const put = (name: string, value: string | undefined) =>
        value ? now.set(name, value) : now.delete(name);
      put('gate', next.gate);
      put('outcome', next.outcome);
      put('past', next.brokenGlass ? 'yes' : undefined);
      return now;
    });
  return { query, setQuery };
}

/** The log of decisions, page after page. */
export function useDecisions(query: DecisionsQuery): {
  first: Polled<DecisionsResponse>;
  pages: Pages<DecisionSummary>;
} {
  const api = useApi(policyApiRef);
  const { gate, outcome, brokenGlass } = query;
  const load = useCallback(
    (cursor?: string) => {
      const options: DecisionsOptions = { gate, outcome, brokenGlass, cursor };
      return api.getDecisions(options);
    },
    [api, gate, outcome, brokenGlass],
  );
  const key = `${gate} ${outcome} ${brokenGlass}`;
  const first = usePolled(() => load(), { key, everyMs: POLL_MS });
  const loadPage = useCallback(
    async (cursor: string) => {
      const { decisions, nextCursor } = await load(cursor);
      return { items: decisions, nextCursor };
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
