import pg from 'pg';

/** Drops the plugin's database, which a version that could not start may have migrated. */
export async function forgetTables({ connection }) {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query(
      'drop database if exists backstage_plugin_accountability with (force)',
    );
  } finally {
    await client.end();
  }
}
