import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Replay,
  ReplaysResponse,
} from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../../../api';
import { Polled, usePolled } from '../../../hooks';

/** While one runs its numbers move; else only one that somebody else asked for could be new. Milliseconds. */
const RUNNING_MS = 2000;
const IDLE_MS = 60_000;

/** Whether a replay has not ended. */
export function isOpen({ status }: Replay): boolean {
  return status === 'waiting' || status === 'running';
}

/** The latest replays, asked for often while one runs. */
export function useReplays(): Polled<ReplaysResponse> {
  const api = useApi(accountabilityApiRef);
  const [everyMs, setEveryMs] = useState(IDLE_MS);
  const polled = usePolled(() => api.getReplays(), { key: 'replays', everyMs });
  const open = polled.data?.replays.some(isOpen) ?? false;
  useEffect(() => setEveryMs(open ? RUNNING_MS : IDLE_MS), [open]);
  return polled;
}
