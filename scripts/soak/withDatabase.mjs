import pg from 'pg';

/** A client of the database that the backends share. */
export async function withDatabase(port, work) {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: 'postgres',
    database: 'backstage_plugin_accountability',
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
