import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  BacktestRequest,
  BacktestResponse,
} from 'backstage-plugin-accountability-common';
import { policyApiRef } from '../../api';
import { Polled, usePolled } from '../../hooks';
import { Send, useSend } from '../form';

const LOOK_MS = 1000;

const isOver = (test?: BacktestResponse) =>
  test?.state === 'done' || test?.state === 'failed';

/** A candidate on its way: sent, then looked at until it is over. */
export function useBacktest(): Send<BacktestRequest> & {
  started?: BacktestResponse;
  polled: Polled<BacktestResponse | undefined>;
} {
  const api = useApi(policyApiRef);
  const [started, setStarted] = useState<BacktestResponse>();
  const [over, setOver] = useState(false);
  const sending = useSend(
    (request: BacktestRequest) => api.startBacktest(request),
    test => {
      setStarted(test);
      setOver(isOver(test));
    },
  );
  const polled = usePolled(
    async () => {
      if (!started) return undefined;
      const test = await api.getBacktest(started.id);
      if (isOver(test)) setOver(true);
      return test;
    },
    { key: started?.id ?? '', everyMs: started && !over ? LOOK_MS : undefined },
  );
  return { ...sending, started, polled };
}
