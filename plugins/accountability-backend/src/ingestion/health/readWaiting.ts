import { SourceHealth } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';

/** Deliveries of each source whose events have not reached the records yet; sources with none are absent. */
export async function readWaiting(
  knex: Knex,
): Promise<Map<string, SourceHealth['waiting']>> {
  const rows: {
    source: string;
    deliveries: number | string;
    attempts: number;
    trouble: string | null;
  }[] = await knex('inbox')
    .groupBy('source')
    .orderBy('source')
    .select('source')
    .count({ deliveries: '*' })
    .max({ attempts: 'attempts', trouble: 'trouble' });
  return new Map(
    rows.map(row => [
      row.source,
      {
        deliveries: Number(row.deliveries),
        ...(row.trouble !== null && { trouble: row.trouble }),
      },
    ]),
  );
}
