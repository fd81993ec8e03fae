import { mockCredentials } from '@backstage/backend-test-utils';
import { Bench } from '../load/Bench';
import { perSecond, quantile, runLoad } from '../load/runLoad';
import { Measured } from './Measured';

interface Pages {
  name: string;
  urls: string[];
}

/** Latency, rate and statements of the pages' reads, beside a route that does nothing. */
export async function reads(bench: Bench): Promise<Measured[]> {
  const { options, server } = bench;
  const bare = await measure(bench, {
    name: 'bare route',
    urls: Array.from(
      { length: options.samples * 4 },
      () => `${server.baseUrl}/api/bare/`,
    ),
  });
  const measured = [...bare];
  for (const page of pagesOf(bench))
    measured.push(...(await measure(bench, page, bare)));
  return measured;
}

function pagesOf({ options, company, server }: Bench): Pages[] {
  const api = `${server.baseUrl}/api/accountability`;
  const { services, teams } = {
    services: company.entities.filter(({ kind }) => kind === 'Component'),
    teams: company.plan.teams,
  };
  const pick = <T>(items: T[], i: number) => items[(i * 7919) % items.length];
  const times = Array.from({ length: options.samples * 4 }, (_, i) => i);
  return [
    {
      name: 'scorecard of a service',
      urls: times.map(
        i =>
          `${api}/services/component/default/${
            pick(services, i).metadata.name
          }/scorecard`,
      ),
    },
    {
      name: 'roll-up of a team',
      urls: times.map(
        i => `${api}/teams/group/default/${pick(teams, i).name}/rollup`,
      ),
    },
    {
      name: 'roll-up of the company, first page',
      urls: times
        .slice(0, options.samples)
        .map(() => `${api}/teams/group/default/halden/rollup`),
    },
    {
      name: 'the organisation',
      urls: times.map(() => `${api}/organisation`),
    },
    {
      name: 'the organisation, one lifecycle of one group',
      urls: times.map(
        i =>
          `${api}/organisation?lifecycle=production&group=group:default/${
            pick(teams, i).name
          }`,
      ),
    },
    {
      name: 'what comes up for the organisation',
      urls: times
        .slice(0, options.samples)
        .map(() => `${api}/organisation/coming`),
    },
    {
      name: 'services behind a cell of the organisation',
      urls: times.map(() => `${api}/organisation/services?burden=reliability`),
    },
  ];
}

async function measure(
  { server, options }: Bench,
  { name, urls }: Pages,
  bare?: Measured[],
): Promise<Measured[]> {
  const ask = (url: string) =>
    fetch(url, { headers: { authorization: mockCredentials.user.header() } });
  const get = async (url: string) => {
    const response = await ask(url).catch(error => {
      // A connection that the server gives up as idle may be taken just then.
      options.say(`asked again: ${error} ${error.cause} of ${url}`);
      return ask(url);
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${url}: ${response.status} ${text}`);
  };
  await runLoad(urls.slice(0, 20), 4, get);
  const one = await runLoad(urls, 1, get);
  const many = await runLoad(urls, 16, get);
  const values = [
    { name: `${name}, p50`, value: quantile(one.latencies, 0.5), unit: 'ms' },
    { name: `${name}, p95`, value: quantile(one.latencies, 0.95), unit: 'ms' },
    {
      name: `${name}, 16 at a time`,
      value: perSecond(many),
      unit: 'requests/s',
    },
  ];
  if (!bare) return values;
  const compared = values.map((value, i) => ({
    ...value,
    ratio: { to: bare[i].name, value: value.value / bare[i].value },
  }));
  const counts: number[] = [];
  for (const url of urls.slice(0, 7)) {
    const before = await server.statements();
    await get(url);
    counts.push((await server.statements()) - before);
  }
  // The least: the scheduler's own looks at the clock fall into some of them.
  const least = Math.min(...counts);
  return [
    ...compared,
    { name: `${name}, SQL`, value: least, unit: 'statements' },
  ];
}
