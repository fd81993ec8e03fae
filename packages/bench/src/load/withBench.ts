import { createCompany } from 'demo';
import { Client, Pool } from 'pg';
import { BenchOptions } from '../BenchOptions';
import { BenchServer } from '../server/BenchServer';
import { Bench } from './Bench';
import { waitUntil } from './waitUntil';

const pluginId = 'accountability';

/** Starts a server on a database of its own, which is dropped after, and waits until it knows the company. */
export async function withBench<T>(
  options: BenchOptions,
  use: (bench: Bench) => Promise<T>,
): Promise<T> {
  const { services, days, postgresUrl, say } = options;
  const databasePrefix = `bench_${services}_`;
  const database = `${databasePrefix}${pluginId}`;
  const company = { services, days, teams: 40, now: Date.now() };
  await dropDatabase(postgresUrl, database);
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
    await dropDatabase(postgresUrl, database);
  }
}

async function dropDatabase(postgresUrl: string, name: string): Promise<void> {
  const client = new Client({ connectionString: postgresUrl });
  await client.connect();
  await client.query(`drop database if exists ${name} with (force)`);
  await client.end();
}
