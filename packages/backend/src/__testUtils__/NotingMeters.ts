import { Meter, MeterOptions } from '@opentelemetry/api';
import { MeterProvider, MetricReader } from '@opentelemetry/sdk-metrics';

/** An instrument as it was made. */
export interface NotedMetric {
  /** OpenTelemetry's name, with dots. */
  name: string;
  kind: string;
}

const KINDS: Record<string, string> = {
  createCounter: 'counter',
  createHistogram: 'histogram',
  createGauge: 'gauge',
  createObservableGauge: 'gauge',
};

/** OpenTelemetry's metrics, which also says what was made: what was never counted is in no reader. */
export class NotingMeters extends MeterProvider {
  readonly noted: NotedMetric[] = [];

  constructor(reader: MetricReader) {
    super({ readers: [reader] });
  }

  getMeter(name: string, version = '', options: MeterOptions = {}): Meter {
    return new Proxy(super.getMeter(name, version, options), {
      get: (meter, key) => {
        const method = Reflect.get(meter, key);
        const kind = KINDS[String(key)];
        if (kind === undefined) return method;
        return (metric: string, ...rest: unknown[]) => {
          this.noted.push({ name: metric, kind });
          return method.call(meter, metric, ...rest);
        };
      },
    });
  }
}
