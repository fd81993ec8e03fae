import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  DecisionsOptions,
  DecisionsResponse,
  DecisionSummary,
  GateOutcome,
} from 'backstage-plugin-accountability-common';
import { policyApiRef } from '../../api';
import { Pages, POLL_MS, Polled, useAddress, usePagedList } from '../../hooks';

/** What the log is narrowed to, as the address keeps it. */
export interface DecisionsQuery {
  gate?: string;
  outcome?: GateOutcome;
  brokenGlass?: boolean;
}

const outcomes: readonly GateOutcome[] = ['allow', 'warn', 'deny'];

/** Reads and writes what the log is narrowed to in the address, so that a link holds it. */
export function useDecisionsQuery() {
  const { params, write } = useAddress();
  const query: DecisionsQuery = {
    gate: params.get('gate') ?? undefined,
    outcome: outcomes.find(each => each === params.get('outcome')),
    brokenGlass: params.get('past') === 'yes' || undefined,
  };
  const setQuery = (next: DecisionsQuery) =>
    write({
      gate: next.gate,
      outcome: next.outcome,
      past: next.brokenGlass ? 'yes' : undefined,
    });
  return { query, setQuery };
}

const decisionsOf = ({ decisions }: DecisionsResponse) => decisions;

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
  return usePagedList(load, {
    key,
    everyMs: POLL_MS,
    itemsOf: decisionsOf,
  });
}
