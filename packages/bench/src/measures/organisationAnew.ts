import { setTimeout as sleep } from 'node:timers/promises';
import { mockCredentials } from '@backstage/backend-test-utils';
import { Bench } from '../load/Bench';
import { quantile } from '../load/runLoad';
import { Measured } from './Measured';

const TIMES = 7;
const AT_ONCE = 20;

/** A replica looks for changes every five seconds. */
const SEEN_MS = 6000;

/** The first view of the organisation after some services changed, when nothing that was added up before may be told again; beside the second. */
export async function organisationAnew(bench: Bench): Promise<Measured[]> {
  const first: number[] = [];
  const second: number[] = [];
  await timeView(bench);
  for (let i = 0; i < TIMES; i++) {
    await bench.pool.query(
      `update assessments set assessed_at = now() where entity_ref in
       (select entity_ref from assessments order by entity_ref offset $1 limit $2)`,
      [i * AT_ONCE, AT_ONCE],
    );
    await sleep(SEEN_MS);
    first.push(await timeView(bench));
    second.push(await timeView(bench));
  }
  const name = `the organisation, first view after ${AT_ONCE} services changed`;
  return [0.5, 1].map(share => ({
    name: share < 1 ? `${name}, p50` : `${name}, longest of ${TIMES}`,
    value: quantile(first, share),
    unit: 'ms',
    ratio: {
      to: 'the view after it',
      value: quantile(first, share) / quantile(second, share),
    },
  }));
}

async function timeView({ server }: Bench): Promise<number> {
  const begun = performance.now();
  const response = await fetch(
    `${server.baseUrl}/api/accountability/organisation`,
    { headers: { authorization: mockCredentials.user.header() } },
  );
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text}`);
  return performance.now() - begun;
}
