import { setTimeout } from 'node:timers/promises';
import { metricsServiceFactory } from '@backstage/backend-defaults/alpha';
import { metrics } from '@opentelemetry/api';
import {
  PrometheusExporter,
  PrometheusSerializer,
} from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { readyPolicy } from './__testUtils__/readyPolicy';
import { startAgentBackend } from './__testUtils__/startAgentBackend';

jest.setTimeout(120_000);

const payments = 'component:default/payments';

/** The plugin with metrics as Prometheus reads them. */
async function start() {
  const exporter = new PrometheusExporter({ preventServerStart: true });
  // Before the backend is there: a meter made earlier measures nothing.
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [exporter] }));
  const backend = await startAgentBackend({
    policy: readyPolicy,
    limits: {},
    features: [metricsServiceFactory],
    entities: [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'payments' },
        spec: {
          type: 'service',
          lifecycle: 'production',
          owner: 'group:default/gone',
        },
      },
    ],
  });
  const client = await backend.connect('user:default/ann');
  const call = (name: string, input: object) =>
    client.callTool({
      name: `accountability.${name}`,
      arguments: { ...input },
    });
  while ((await call('get-scorecard', { service: payments })).isError) {
    await setTimeout(200);
  }
  const scrape = async () => {
    const { resourceMetrics, errors } = await exporter.collect();
    expect(errors).toEqual([]);
    return new PrometheusSerializer().serialize(resourceMetrics);
  };
  return { ...backend, call, scrape };
}

describe('metrics of policy, as Prometheus reads them', () => {
  it('count results, levels, coverage and decisions, and name no service', async () => {
    const { call, scrape, close } = await start();
    await call('ask-gate', {
      gate: 'production',
      service: payments,
      dryRun: false,
      idempotencyKey: 'run-1',
    });

    await scrape();
    const text = await scrape();
    await close();

    const seen = text
      .split('\n')
      .filter(line => /^accountability_(?!source)/.test(line))
      .filter(line => !line.includes('_bucket'))
      .map(line => line.replace(/otel_scope_[^,}]*,?/g, '').replace(/,}/, '}'));
    expect(seen.map(line => line.split(' ')[0])).toEqual(
      expect.arrayContaining([
        'accountability_check_results{scorecard="ready",status="fail"}',
        'accountability_services{scorecard="ready",level="none"}',
        'accountability_policy_rules{state="active"}',
        'accountability_exemptions{state="pending"}',
        'accountability_gate_decisions_total{gate="production",outcome="deny",broken_glass="false"}',
        'accountability_gate_latency_seconds_count{gate="production"}',
        'accountability_fact_unknown_ratio{fact="reliability.change_fail_rate"}',
      ]),
    );
    expect(text).not.toContain('payments');
  });
});
