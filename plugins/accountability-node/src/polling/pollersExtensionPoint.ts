import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { Poller } from './Poller';

/** Adds pollers of sources. */
export interface PollersExtensionPoint {
  addPoller(poller: Poller): void;
}

/** Adds pollers of sources; one for each source at most. */
export const pollersExtensionPoint =
  createExtensionPoint<PollersExtensionPoint>({ id: 'accountability.pollers' });
