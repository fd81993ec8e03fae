import {
  ChangeMaker,
  ChangeOutcome,
  changeOutcomes,
  metricWindows,
} from 'backstage-plugin-accountability-common';
import { useAddress } from '../../hooks';
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
  const { params, write } = useAddress();
  const query: ChangesQuery = {
    window:
      metricWindows.find(days => String(days) === params.get('window')) ??
      DEFAULT_WINDOW,
    maker: changeMakers.find(maker => maker === params.get('maker')),
    outcome: changeOutcomes.find(outcome => outcome === params.get('outcome')),
  };
  const setQuery: (next: Partial<Record<QueryName, string>>) => void = write;
  return { query, setQuery };
}
