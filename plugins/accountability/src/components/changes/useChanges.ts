import { useCallback, useRef } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  ChangesResponse,
  ServiceChange,
} from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../../api';
import { Pages, Polled, usePagedList } from '../../hooks';
import { ChangesQuery } from './useChangesQuery';

/** Changes of a service, as the page needs them. */
export interface Changes {
  /** The list as it is narrowed to. */
  answer: Polled<ChangesResponse>;
  pages: Pages<ServiceChange>;
  /** An answer for this window, however it was narrowed: its counts hold for all, so they stay while another narrowing is on its way. */
  overview?: ChangesResponse;
}

/** A minute: changes merge by the hour, and each answer tells all of them anew. */
const REFRESH_MS = 60_000;

const changesOf = ({ changes }: ChangesResponse) => changes;

/** Asks for the changes of a service and for further pages of them. */
export function useChanges(
  entityRef: string,
  { window, maker, outcome }: ChangesQuery,
  at: number | undefined,
): Changes {
  const api = useApi(accountabilityApiRef);
  const load = useCallback(
    (cursor?: string) =>
      api.getChanges(entityRef, { at, window, maker, outcome, cursor }),
    [api, entityRef, at, window, maker, outcome],
  );
  const scope = `${entityRef} ${window} ${at}`;
  const key = `${scope} ${maker} ${outcome}`;
  const { first: answer, pages } = usePagedList(load, {
    key,
    everyMs: at === undefined ? REFRESH_MS : undefined,
    itemsOf: changesOf,
  });

  const held = useRef<{ scope: string; data: ChangesResponse }>();
  if (answer.data) held.current = { scope, data: answer.data };
  const overview =
    held.current?.scope === scope ? held.current.data : undefined;
  return { answer, pages, overview };
}
