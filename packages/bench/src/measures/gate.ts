import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mockCredentials } from '@backstage/backend-test-utils';
import { Bench } from '../load/Bench';
import { quantile } from '../load/runLoad';
import { servicesBehind } from '../load/servicesBehind';
import { waitUntil } from '../load/waitUntil';
import { drained } from './assessment';
import { Measured } from './Measured';

const PER_SECOND = 100;
const WARM_UP = 500;
const ROUNDS = 3;

/** A gate as a platform team has it: a few rules of the shipped scorecard, enforced. */
const document = `apiVersion: accountability.io/v1alpha1
kind: Gate
metadata: { name: bench, title: Bench }
spec:
  points: [deploy]
  rules:
${[
  'owner-exists',
  'no-exploited-holes',
  'changes-are-reviewed',
  'main-builds',
  'recovers-quickly',
]
  .map(check => `    - { check: production-readiness/${check}, mode: enforce }`)
  .join('\n')}
`;

/**
 * A gate asked a hundred times a second, for one service after the other and
 * each with a key of its own, as pipelines do. Questions are sent by the
 * clock, whether or not the ones before them are answered, and an answer's
 * time counts from when its question was due. The median of three rounds, each
 * beside a round of a route that does nothing.
 */
export async function gate(bench: Bench): Promise<Measured[]> {
  const { server, options } = bench;
  await drained(bench);
  writeFileSync(join(server.policies, 'bench-gate.yaml'), document);
  await waitUntil('the gate', async () => (await ask(bench, -1)).ok);
  await waitUntil(
    'services to be judged by its policy',
    async () => (await servicesBehind(bench)) === 0,
  );
  await drained(bench);
  // What the load before left the disk to do is not the gate's.
  await bench.pool.query('vacuum analyze');
  await bench.pool.query('checkpoint');
  await asked(WARM_UP, i => ask(bench, i));
  const count = options.samples * 10;
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const bare = await asked(count, i =>
      fetch(`${server.baseUrl}/api/bare/?${i}`),
    );
    const statementsBefore = await server.statements();
    const cpuBefore = await server.cpuMs();
    const first = WARM_UP + round * count;
    const latencies = await asked(count, i => ask(bench, first + i));
    const statements = (await server.statements()) - statementsBefore;
    const cpuMs = (await server.cpuMs()) - cpuBefore;
    rounds.push({ bare, latencies, statements, cpuMs });
  }
  return toMeasured(rounds, count);
}

interface Round {
  bare: number[];
  latencies: number[];
  statements: number;
  cpuMs: number;
}

function toMeasured(rounds: readonly Round[], count: number): Measured[] {
  const median = (of: (round: Round) => number) =>
    quantile(rounds.map(of), 0.5);
  const name = `gate asked ${PER_SECOND} times a second`;
  const latencies = [0.5, 0.95, 0.99].map(share => {
    const value = median(round => quantile(round.latencies, share));
    const bare = median(round => quantile(round.bare, share));
    return {
      name: `${name}, p${share * 100}`,
      value,
      unit: 'ms',
      ratio: {
        to: `bare route asked as often, p${share * 100}`,
        value: value / bare,
      },
    };
  });
  return [
    ...latencies,
    {
      name: `${name}, SQL`,
      value: median(({ statements }) => statements / count),
      unit: 'statements',
    },
    {
      name: `${name}, processor time of the backend`,
      value: median(({ cpuMs }) => cpuMs / count),
      unit: 'ms a decision',
    },
  ];
}

/** Sends so many questions at the pace; milliseconds from when each was due to its answer. */
async function asked(
  count: number,
  send: (i: number) => Promise<Response>,
): Promise<number[]> {
  const begun = performance.now();
  const latencies: Promise<number>[] = [];
  for (let i = 0; i < count; i++) {
    const due = begun + (i * 1000) / PER_SECOND;
    const early = due - performance.now();
    if (early > 0) await sleep(early);
    latencies.push(
      send(i).then(async response => {
        const text = await response.text();
        if (!response.ok) throw new Error(`${response.status} ${text}`);
        return performance.now() - due;
      }),
    );
  }
  return Promise.all(latencies);
}

function ask({ server, company }: Bench, i: number): Promise<Response> {
  const services = company.entities.filter(({ kind }) => kind === 'Component');
  const { name } = services[((i + 1) * 7919) % services.length].metadata;
  return fetch(`${server.baseUrl}/api/accountability/gates/bench/decisions`, {
    method: 'POST',
    headers: {
      authorization: mockCredentials.user.header(),
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      entityRef: `component:default/${name}`,
      point: 'deploy',
      environment: 'production',
      commit: i.toString(16).padStart(40, '0'),
      idempotencyKey: `bench-${i}`,
    }),
  });
}
