import { metrics } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';

/**
 * Serves the metrics of Backstage and its plugins to Prometheus where
 * OTEL_EXPORTER_PROMETHEUS_PORT names a port, at /metrics. Must run before
 * the backend is created: a meter made earlier measures nothing.
 */
const port = Number(process.env.OTEL_EXPORTER_PROMETHEUS_PORT);
if (port > 0) {
  const host = process.env.OTEL_EXPORTER_PROMETHEUS_HOST ?? '127.0.0.1';
  const exporter = new PrometheusExporter({ host, port });
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [exporter] }));
}
