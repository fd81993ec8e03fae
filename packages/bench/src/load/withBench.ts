import { createCompany } from 'demo';
import { Client, Pool } from 'pg';
import { BenchOptions } from '../BenchOptions';
import { BenchServer } from '../server/BenchServer';
import { Bench } from './Bench';
import { waitUntil } from './waitUntil';

const pluginId = 'accountability';

/** Plugins of the server that have a database. */
const pluginIds = [pluginId, 'bare'];

/** Starts a server on databases of its own, which are dropped after, and waits until it knows the company. */
export async function withBench<T>(
  options: BenchOptions,
  use: (bench: Bench) => Promise<T>,
): Promise<T> {
  const { services, days, postgresUrl, say } = options;
  const databasePrefix = `bench_${services}_`;
  const database = `${databasePrefix}${pluginId}`;
  const databases = pluginIds.map(id => `${databasePrefix}${id}`);
  const company = { services, days, teams: 40, now: Date.now() };
  await dropDatabases(postgresUrl, databases);
  say(`starting a server for ${services} services`);
  const server = await BenchServer.start({
    postgresUrl,
    databasePrefix,
    company,
  });
  const url = new URL(postgresUrl);
  url.pathname = `/${database}`;
  const pool = new Pool({ connectionString: url.href, max: 17 });
  try {
    say('reading the catalog');
    await waitUntil('the first catalog sync', async () => {
      const { rows } = await pool.query(
        'select count(*)::int as n from services',
      );
      return rows[0].n >= services;
    });
    return await use({
      options,
      server,
      pool,
      company: createCompany(company),
    });
  } finally {
    await server.stop();
    await pool.end();
    await dropDatabases(postgresUrl, databases);
  }
}

async function dropDatabases(
  postgresUrl: string,
  names: readonly string[],
): Promise<void> {
  const client = new Client({ connectionString: postgresUrl });
  await client.connect();
  for (const name of names) {
    await client.query(`drop database if exists ${name} with (force)`);
  }
  await client.end();
}
