import {
  MetricAttributes,
  MetricsService,
} from '@backstage/backend-plugin-api/alpha';
import { shareReading } from '../ingestion';

/** Exporters put nothing of the plugin into the name; for Prometheus they turn dots into underscores. */
const PREFIX = 'accountability.';

/** What is observed of some figures. */
export interface Gauge<Figures> {
  description: string;
  unit: string;
  /** Each value with its labels; none where there is nothing to observe. */
  of(figures: Figures): [value: number, labels?: MetricAttributes][];
}

/** Offers gauges by their names without the plugin's, all of one reading. */
export function offerGauges<Figures>(
  metrics: MetricsService,
  gauges: Record<string, Gauge<Figures>>,
  reading: {
    readFigures(): Promise<Figures>;
    /** Scrapes within this time share one reading. */
    freshMs: number;
    /** Epoch milliseconds. */
    now(): number;
  },
): void {
  const figures = shareReading(reading.readFigures, reading);
  for (const [name, { description, unit, of }] of Object.entries(gauges)) {
    metrics
      .createObservableGauge(`${PREFIX}${name}`, { description, unit })
      .addCallback(async result => {
        for (const [value, labels] of of(await figures())) {
          result.observe(value, labels);
        }
      });
  }
}
