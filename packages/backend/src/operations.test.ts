import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { mockCredentials } from '@backstage/backend-test-utils';
import { metrics } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { NotedMetric, NotingMeters } from './__testUtils__/NotingMeters';
import {
  operations,
  readAlertRules,
  readDashboards,
  readDocumentedMetrics,
} from './__testUtils__/operationsPages';
import { readyPolicy } from './__testUtils__/readyPolicy';
import { startAgentBackend } from './__testUtils__/startAgentBackend';

jest.setTimeout(120_000);

const payments = 'component:default/payments';

/** Labels that have been seen, by OpenTelemetry's name of the metric. */
async function readLabels(exporter: PrometheusExporter) {
  const { resourceMetrics } = await exporter.collect();
  const found = resourceMetrics.scopeMetrics.flatMap(scope => scope.metrics);
  return new Map(
    found.map(({ descriptor, dataPoints }) => [
      descriptor.name,
      [
        ...new Set(
          dataPoints.flatMap(({ attributes }) => Object.keys(attributes)),
        ),
      ].sort(),
    ]),
  );
}

/** A backend with a service that was delivered to, was assessed, and asked a gate. */
async function start() {
  const exporter = new PrometheusExporter({ preventServerStart: true });
  const meters = new NotingMeters(exporter);
  // Before the backend is there: a meter made earlier measures nothing.
  metrics.setGlobalMeterProvider(meters);
  const backend = await startAgentBackend({
    policy: readyPolicy,
    limits: {},
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
  const send = (path: string, body: object) =>
    fetch(`${backend.url}/api/accountability${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: mockCredentials.user.header('user:default/ann'),
      },
      body: JSON.stringify(body),
    });
  const event = {
    kind: 'deployment',
    record: 'generic:deployment:1',
    subject: 'generic:acme/payments',
    at: new Date().toISOString(),
    state: 'finished',
    result: 'success',
  };
  expect((await send('/deliveries/generic', [event])).status).toBe(202);
  const question = { entityRef: payments, point: 'deploy' };
  const ask = () => send('/gates/production/decisions', question);
  while (!(await ask()).ok) await setTimeout(200);
  const labels = async () => {
    await readLabels(exporter);
    return readLabels(exporter);
  };
  // Assessed and flushed a little later.
  while (!(await labels()).get('accountability.assessment.batch_seconds')) {
    await setTimeout(200);
  }
  const seen = await labels();
  await backend.close();
  const noted = new Map(meters.noted.map(metric => [metric.name, metric]));
  return { noted: [...noted.values()], seen };
}

/** As Prometheus has it. */
function prometheusNames({ name, kind }: NotedMetric): string[] {
  const plain = name.replace(/\W/g, '_');
  if (kind === 'counter') return [`${plain}_total`];
  if (kind !== 'histogram') return [plain];
  return ['bucket', 'sum', 'count'].map(part => `${plain}_${part}`);
}

/** Names of ours in an expression. */
const namesIn = (expr: string) => [
  ...new Set(expr.match(/\b(?:accountability|backend_tasks)_\w+/g) ?? []),
];

describe('what operators are told to watch', () => {
  let backend: Awaited<ReturnType<typeof start>>;
  let exposed: string[];
  beforeAll(async () => {
    backend = await start();
    exposed = backend.noted.flatMap(prometheusNames);
  });

  it('is what a running backend measures, no more and no less', () => {
    const documented = readDocumentedMetrics();

    const ours = backend.noted.filter(({ name }) =>
      name.startsWith('accountability'),
    );
    expect(
      documented.map(({ name, kind }) => `${kind} ${name}`).sort(),
    ).toEqual(ours.map(({ name, kind }) => `${kind} ${name}`).sort());
    for (const metric of documented) {
      expect(exposed).toEqual(
        expect.arrayContaining(
          metric.kind === 'histogram'
            ? [`${metric.prometheus}_bucket`]
            : [metric.prometheus],
        ),
      );
    }
  });

  it('has the labels that it is said to have', () => {
    const documented = readDocumentedMetrics().map(({ name, labels }) => ({
      name,
      labels,
    }));

    const told = documented.filter(
      ({ name }) => backend.seen.get(name)?.length,
    );
    expect(told.length).toBeGreaterThan(15);
    expect(told).toEqual(
      told.map(({ name }) => ({ name, labels: backend.seen.get(name) })),
    );
  });

  it.each(readDashboards())('is there for each panel of $file', dashboard => {
    const { panels } = dashboard;

    expect(dashboard).toMatchObject({
      uid: expect.stringMatching(/^accountability-[a-z-]{1,25}$/),
      title: expect.stringContaining('Accountability'),
      schemaVersion: expect.any(Number),
    });
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    for (const { type, targets = [], gridPos } of panels) {
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
      expect(type === 'row' ? 1 : targets.length).toBeGreaterThan(0);
      for (const { expr } of targets) {
        expect(namesIn(expr).length).toBeGreaterThan(0);
        expect(exposed).toEqual(expect.arrayContaining(namesIn(expr)));
      }
    }
  });

  it.each(readAlertRules())('is there for the alert $alert', rule => {
    const names = namesIn(rule.expr);

    expect(names.length).toBeGreaterThan(0);
    expect(exposed).toEqual(expect.arrayContaining(names));
  });
});

describe('alerts', () => {
  it.each(readAlertRules())('$alert leads to what to do', ({ annotations }) => {
    const [file, anchor] = annotations.runbook.split('#');

    const page = readFileSync(join(operations, file), 'utf8');
    const headings = [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
      heading
        .toLowerCase()
        .replace(/[^\w ]/g, '')
        .replace(/ /g, '-'),
    );
    expect(headings).toContain(anchor);
  });
});

const promtoolIsHere = spawnSync('promtool', ['--version']).status === 0;
const withPromtool = promtoolIsHere ? describe : describe.skip;

withPromtool('alerts (skipped where promtool is not installed)', () => {
  it.each([
    { given: 'are rules', args: ['check', 'rules', 'rules.yaml'] },
    { given: 'pass their tests', args: ['test', 'rules', 'rules.test.yaml'] },
  ])('$given to promtool', ({ args }) => {
    const cwd = join(operations, 'prometheus');

    const told = spawnSync('promtool', args, { cwd, encoding: 'utf8' });

    expect({ status: told.status, said: told.stdout + told.stderr }).toEqual({
      status: 0,
      said: expect.stringContaining('SUCCESS'),
    });
  });
});
