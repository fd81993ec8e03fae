import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { SourceHealth } from 'backstage-plugin-accountability-common';
import { observeSources } from './observeSources';

const now = Date.parse('2026-11-23T12:00:00Z');
const health: SourceHealth[] = [
  {
    source: 'github',
    on: true,
    lastReceivedAt: now - 90_000,
    verdicts: [
      { status: 'accepted', deliveries: 40 },
      { status: 'ignored', deliveries: 2 },
    ],
    refused: 3,
    lag: { mean: 1500, longest: 9000 },
    perHour: [],
    gap: { since: now - 90_000, because: 'Nothing came' },
    waiting: { deliveries: 7 },
    polling: [
      { stream: 'a', subjects: 4, failing: 1, oldestPolledAt: now - 120_000 },
      { stream: 'b', subjects: 4, failing: 2 },
    ],
    latestTroubles: [],
  },
  {
    source: 'pagerduty',
    on: true,
    verdicts: [],
    refused: 0,
    perHour: [],
    latestTroubles: [],
  },
];

/** Registers the gauges and scrapes them once, as a collector does. */
async function scrape(readHealth: () => Promise<SourceHealth[]>) {
  const metrics = metricsServiceMock.mock();
  const callbacks = new Map<string, (result: Result) => unknown>();
  metrics.createObservableGauge.mockImplementation((name: string) => ({
    addCallback: (callback: (result: Result) => unknown) => {
      callbacks.set(name, callback);
    },
    removeCallback: () => {},
  }));
  observeSources({ metrics, readHealth, now: () => now });
  const seen: Record<string, unknown[]> = {};
  for (const [name, callback] of callbacks) {
    seen[name] = [];
    await callback({
      observe: (value, attributes) => seen[name].push({ value, ...attributes }),
    });
  }
  return seen;
}

interface Result {
  observe(value: number, attributes?: object): void;
}

describe('the gauges of sources', () => {
  it('say what is known of each source, and nothing of what is not', async () => {
    const seen = await scrape(async () => health);

    expect(seen).toEqual({
      'accountability.source.last_delivery_age_seconds': [
        { value: 90, source: 'github' },
      ],
      'accountability.source.quiet': [
        { value: 1, source: 'github' },
        { value: 0, source: 'pagerduty' },
      ],
      'accountability.source.lag_seconds': [{ value: 1.5, source: 'github' }],
      'accountability.source.refused': [
        { value: 3, source: 'github' },
        { value: 0, source: 'pagerduty' },
      ],
      'accountability.source.inbox_waiting': [
        { value: 7, source: 'github' },
        { value: 0, source: 'pagerduty' },
      ],
      'accountability.source.polling_failing': [{ value: 3, source: 'github' }],
      'accountability.source.polling_oldest_pass_age_seconds': [
        { value: 120, source: 'github' },
      ],
      'accountability.source.deliveries': [
        { value: 40, source: 'github', verdict: 'accepted' },
        { value: 2, source: 'github', verdict: 'ignored' },
      ],
    });
  });

  it('share one reading in a scrape', async () => {
    const readHealth = jest.fn(async () => health);

    await scrape(readHealth);

    expect(readHealth).toHaveBeenCalledTimes(1);
  });
});
