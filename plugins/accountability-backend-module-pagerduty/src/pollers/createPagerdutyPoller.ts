import {
  Clock,
  createHttpClient,
  MadePoller,
  readPolling,
} from 'backstage-plugin-accountability-node';
import { Config } from '@backstage/config';
import { changeEvents } from './changeEvents';
import { logEntries } from './logEntries';

const streams = { incidents: logEntries, change_events: changeEvents };

/** The poller of PagerDuty: undefined where nobody asked for one. */
export function createPagerdutyPoller(given: {
  config: Config;
  /** For tests. */
  clock?: Clock;
}): MadePoller {
  const all = Object.keys(streams);
  const polling = readPolling(given.config, 'pagerduty', { all, usual: all });
  if (!polling) return undefined;
  const token = polling.config.getOptionalString('token');
  if (!token) {
    return {
      because:
        'PagerDuty is not polled: accountability.sources.pagerduty.poll.token is missing',
    };
  }
  const client = createHttpClient({
    baseUrl:
      polling.config.getOptionalString('apiBaseUrl') ??
      'https://api.pagerduty.com',
    headers: () => ({
      accept: 'application/vnd.pagerduty+json;version=2',
      authorization: `Token token=${token}`,
    }),
    leave: polling.leave,
    clock: given.clock,
  });
  return {
    source: 'pagerduty',
    subjectPrefix: 'pagerduty:',
    settings: polling.settings,
    streams: Object.entries(streams)
      .filter(([id]) => polling.streams.includes(id))
      .map(([, create]) => create(client)),
  };
}
