import { useCallback } from 'react';
import {
  ChangeMaker,
  ChangeOutcome,
  changeOutcomes,
  metricWindows,
} from 'backstage-plugin-accountability-common';
import { useSearchParams } from 'react-router-dom';
import { changeMakers } from './changeMakers';

/** What of a service's changes is looked at. */
export interface ChangesQuery {
  /** Days looked back. */
  window: number;
  maker?: ChangeMaker;
  outcome?: ChangeOutcome;
}

/** The names under which the address keeps it. */
export type QueryName = keyof ChangesQuery;

const DEFAULT_WINDOW = 90;

/** What is looked at, kept in the address as `?window=&maker=&outcome=`; what it does not know there counts as absent. */
export function useChangesQuery() {
  const [params, setParams] = useSearchParams();
  const query: ChangesQuery = {
    window:
      metricWindows.find(days => String(days) === params.get('window')) ??
      DEFAULT_WINDOW,
    maker: changeMakers.find(maker => maker === params.get('maker')),
    outcome: changeOutcomes.find(outcome => outcome === params.get('outcome')),
  };
  const setQuery = useCallback(
    (next: Partial<Record<QueryName, string>>) =>
      setParams(old => {
        const now = new URLSearchParams(old);
        for (const [name, value] of Object.entries(next)) {
          if (value) now.set(name, value);
          else now.delete(name);
        }
        return now;
      }),
    [setParams],
  );
  return { query, setQuery };
}
