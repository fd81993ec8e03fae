import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { BackendFeature } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import accountability from 'backstage-plugin-accountability-backend';
import { ScorecardResponse } from 'backstage-plugin-accountability-common';
import {
  FactDefinition,
  measureExample,
} from 'backstage-plugin-accountability-engine';
import { checkTypes } from './__testUtils__/checkTypes';
import { writeGuide } from './__testUtils__/writeGuide';

jest.setTimeout(120_000);

const secret = 'of the guide';
const folder = writeGuide();
const mistaken = writeGuide();
afterAll(() => {
  for (const each of [folder, mistaken]) {
    rmSync(each, { recursive: true, force: true });
  }
});

const policy = `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: weekend, title: Calm weekends }
spec:
  levels: [calm]
  checks:
    - id: no-friday-rush
      title: Few deployments on a Friday
      burden: reliability
      level: calm
      expression: reliability.friday_deployments <= 0.1
`;

const entity = (kind: string, name: string, spec: object) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: {
    name,
    annotations: { 'accountability.io/aliases': 'acme:pay' },
  },
  spec: { type: 'service', ...spec },
});

async function start() {
  const policies = mkdtempSync(join(tmpdir(), 'policies-'));
  writeFileSync(join(policies, 'weekend.yaml'), policy);
  const load = (file: string): BackendFeature =>
    jest.requireActual(join(folder, 'src', file)).default;
  const { server } = await startTestBackend({
    features: [
      accountability,
      load('acmeModule'),
      load('acmeFactsModule'),
      mockServices.database.factory(),
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          accountability: {
            codeowners: { enabled: false },
            runtimes: { enabled: false },
            policy: { paths: [policies] },
            sources: { acme: { secrets: [secret] } },
          },
        },
      }),
      schedulerServiceFactory,
      catalogServiceMock.factory({
        entities: [
          entity('Component', 'pay', { owner: 'group:default/checkout' }),
          { ...entity('Group', 'checkout', { children: [] }) },
        ],
      }),
    ],
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://localhost:${port}/api/accountability`;
  return {
    deliver: (body: object, id: string) => {
      const text = JSON.stringify(body);
      const signature = createHmac('sha256', secret).update(text).digest('hex');
      return fetch(`${url}/deliveries/acme`, {
        method: 'POST',
        body: text,
        headers: {
          'content-type': 'application/json',
          'x-acme-event': 'deploy.finished',
          'x-acme-delivery': id,
          'x-acme-signature': signature,
        },
      });
    },
    read: async (): Promise<ScorecardResponse | undefined> => {
      const answer = await fetch(
        `${url}/services/component/default/pay/scorecard`,
        { headers: { authorization: mockCredentials.user.header() } },
      );
      return answer.ok ? answer.json() : undefined;
    },
  };
}

it('a source and a fact that were written by the guide alone judge a service', async () => {
  const { deliver, read } = await start();
  const day = 86_400_000;
  const now = Date.now();
  const sent = Array.from({ length: 28 }, (_, i) => new Date(now - i * day));
  for (const [i, at] of sent.entries()) {
    const shipped = { id: `${i}`, app: 'pay', environment: 'production' };
    const { status } = await deliver(
      { ...shipped, finished_at: at.toISOString(), ok: true },
      `${i}`,
    );
    expect(status).toBe(202);
  }

  const factOf = (found?: ScorecardResponse) =>
    found?.assessment.facts.find(
      ({ id }) => id === 'reliability.friday_deployments',
    );
  let found = await read();
  while (factOf(found)?.status !== 'known') {
    await setTimeout(200);
    found = await read();
  }

  expect(factOf(found)).toMatchObject({ value: 4 / 28, sampleSize: 28 });
  const [check] = found?.assessment.scorecards[0].checks ?? [];
  expect(check).toMatchObject({ check: 'no-friday-rush', status: 'fail' });
});

it('the examples of that fact hold', () => {
  const { fridayDeployments }: { fridayDeployments: FactDefinition } =
    jest.requireActual(join(folder, 'src/facts/fridayDeployments'));

  for (const example of fridayDeployments.examples) {
    const fact = measureExample(fridayDeployments, example);
    expect(fact).toMatchObject({ status: 'unknown', reason: example.gives });
  }
});

it('its code has the types that it says, and a mistake would be found', () => {
  writeFileSync(
    join(mistaken, 'src/mistake.ts'),
    "import { createAcmeSource } from './createAcmeSource';\n\nexport const source = createAcmeSource('no list');\n",
  );

  expect(checkTypes(mistaken)).toEqual([
    expect.stringMatching(/^src\/mistake\.ts\(3,40\): error TS2345: /),
  ]);
});
