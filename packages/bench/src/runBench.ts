import { createCompany } from 'demo';
import { Client, Pool } from 'pg';
import { BenchOptions } from './BenchOptions';
import { Bench } from './load/Bench';
import { waitUntil } from './load/waitUntil';
import { assessment, drained } from './measures/assessment';
import { freshness } from './measures/freshness';
import { ingestion } from './measures/ingestion';
import { Measured } from './measures/Measured';
import { reads } from './measures/reads';
import { restating } from './measures/restating';
import { size } from './measures/size';
import { BenchServer } from './server/BenchServer';

const pluginId = 'accountability';

/** Measures one size of company on a database of its own, which is dropped after. */
export async function runBench(options: BenchOptions): Promise<Measured[]> {
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
    const bench = { options, server, pool, company: createCompany(company) };
    return await measureAll(bench);
  } finally {
    await server.stop();
    await pool.end();
    await dropDatabase(postgresUrl, database);
  }
}

async function measureAll(bench: Bench): Promise<Measured[]> {
  const { options, pool } = bench;
  const { say, services } = options;
  say('reading the catalog');
  await waitUntil('the first catalog sync', async () => {
    const { rows } = await pool.query(
      'select count(*)::int as n from services',
    );
    return rows[0].n >= services;
  });
  const taken = await ingestion(bench);
  say('waiting for the first assessments');
  await drained(bench);
  say('telling closed days again');
  const restated = await restating(bench);
  say('freshness');
  const fresh = await freshness(bench);
  say('assessing all services again');
  const assessed = await assessment(bench);
  say('reads');
  const read = await reads(bench);
  return [
    ...taken,
    ...restated,
    ...fresh,
    ...assessed,
    ...read,
    ...(await size(bench)),
  ];
}

async function dropDatabase(postgresUrl: string, name: string): Promise<void> {
  const client = new Client({ connectionString: postgresUrl });
  await client.connect();
  await client.query(`drop database if exists ${name} with (force)`);
  await client.end();
}
