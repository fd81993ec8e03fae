import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { SourceHealth } from 'backstage-plugin-accountability-common';
import { shareReading } from './shareReading';

/** Exporters put nothing of the plugin into the name; for Prometheus they turn dots into underscores. */
const PREFIX = 'accountability.source.';

/** Gauges are read at each scrape; several within this time share one reading. Milliseconds. */
const FRESH_MS = 5_000;
const SECOND = 1000;

interface ObserveOptions {
  metrics: MetricsService;
  readHealth(): Promise<SourceHealth[]>;
  now(): number;
}

/** What a gauge says of a source; undefined where there is nothing to say, which is no zero. */
type Reading = (source: SourceHealth, now: number) => number | undefined;

const gauges: Record<
  string,
  { description: string; unit: string; of: Reading }
> = {
  last_delivery_age_seconds: {
    description: 'Since the last delivery of a source',
    unit: 's',
    of: ({ lastReceivedAt }, now) =>
      lastReceivedAt === undefined
        ? undefined
        : (now - lastReceivedAt) / SECOND,
  },
  quiet: {
    description: '1 while a source that was regular sends nothing, else 0',
    unit: '{source}',
    of: ({ gap }) => (gap ? 1 : 0),
  },
  lag_seconds: {
    description:
      'Mean time from the newest event in a delivery until it came, last 24 hours',
    unit: 's',
    of: ({ lag }) => lag && lag.mean / SECOND,
  },
  refused: {
    description: 'Deliveries of the last 24 hours that were not signed right',
    unit: '{delivery}',
    of: ({ refused }) => refused,
  },
  inbox_waiting: {
    description:
      'Deliveries that are stored and have not reached the records yet',
    unit: '{delivery}',
    of: ({ waiting }) => waiting?.deliveries ?? 0,
  },
  polling_failing: {
    description: 'Polled subjects whose last attempt failed',
    unit: '{subject}',
    of: ({ polling }) =>
      polling?.reduce((sum, { failing }) => sum + failing, 0),
  },
  polling_oldest_pass_age_seconds: {
    description: 'Since the polled subject was read that has waited longest',
    unit: 's',
    of: ({ polling = [] }, now) => {
      const passes = polling.flatMap(({ oldestPolledAt: at }) => at ?? []);
      return passes.length === 0
        ? undefined
        : (now - Math.min(...passes)) / SECOND;
    },
  },
};

/**
 * Offers the health of sources as gauges, by source, and deliveries of the
 * last 24 hours by source and verdict. All replicas read the same tables, so
 * take the maximum over replicas, never the sum.
 */
export function observeSources(options: ObserveOptions): void {
  const read = shareReading(options.readHealth, {
    freshMs: FRESH_MS,
    now: options.now,
  });
  for (const [name, { description, unit, of }] of Object.entries(gauges)) {
    options.metrics
      .createObservableGauge(`${PREFIX}${name}`, { description, unit })
      .addCallback(async result => {
        const now = options.now();
        for (const source of await read()) {
          const value = of(source, now);
          if (value !== undefined) {
            result.observe(value, { source: source.source });
          }
        }
      });
  }
  options.metrics
    .createObservableGauge(`${PREFIX}deliveries`, {
      description: 'Deliveries of the last 24 hours',
      unit: '{delivery}',
    })
    .addCallback(async result => {
      for (const { source, verdicts } of await read()) {
        for (const { status: verdict, deliveries } of verdicts) {
          result.observe(deliveries, { source, verdict });
        }
      }
    });
}
