import { useApi } from '@backstage/frontend-plugin-api';
import { FirstStepsResponse } from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../../api';
import { Polled, usePolled } from '../../hooks';

/** How far the installation is, read again every so many milliseconds while the page is visible. */
export function useFirstSteps(options: {
  everyMs: number;
}): Polled<FirstStepsResponse> {
  const api = useApi(accountabilityApiRef);
  return usePolled(() => api.getFirstSteps(), {
    key: 'first-steps',
    everyMs: options.everyMs,
  });
}
