import { setTimeout as sleep } from 'node:timers/promises';
import { mockCredentials } from '@backstage/backend-test-utils';
import { Bench } from './Bench';

/** Between two pages: a portal in use, not a load of its own. */
const PAUSE_MS = 20;

/** Reads a scorecard after the other until it is stopped, and says then how long each took, milliseconds. */
export function readMeanwhile({ server, company }: Bench) {
  const services = company.entities.filter(({ kind }) => kind === 'Component');
  const latencies: number[] = [];
  let running = true;
  const done = (async () => {
    for (let i = 0; running; i++) {
      const { name } = services[(i * 7919) % services.length].metadata;
      const at = performance.now();
      const response = await fetch(
        `${server.baseUrl}/api/accountability/services/component/default/${name}/scorecard`,
        { headers: { authorization: mockCredentials.user.header() } },
      );
      await response.text();
      if (!response.ok) throw new Error(`${name}: ${response.status}`);
      latencies.push(performance.now() - at);
      await sleep(PAUSE_MS);
    }
  })();
  return {
    async stop(): Promise<number[]> {
      running = false;
      await done;
      return latencies;
    },
  };
}
