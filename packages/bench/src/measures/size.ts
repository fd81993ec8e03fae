import { Bench } from '../load/Bench';
import { Measured } from './Measured';

/** Room that a record takes with its events, heads and indexes. */
export async function size({ pool }: Bench): Promise<Measured[]> {
  await pool.query('analyze');
  const { rows } = await pool.query(`
    select
      (select count(*) from records)::float as records,
      (select count(*) from record_events)::float as events,
      (pg_total_relation_size('records') + pg_total_relation_size('record_events')
        + pg_total_relation_size('record_heads'))::float as bytes,
      pg_total_relation_size('deliveries')::float as deliveries`);
  const { records, events, bytes, deliveries } = rows[0];
  return [
    { name: 'records', value: records, unit: 'records' },
    { name: 'room of a record', value: bytes / records, unit: 'bytes' },
    { name: 'events of a record', value: events / records, unit: 'events' },
    {
      name: 'room of kept deliveries',
      value: deliveries / 1024 / 1024,
      unit: 'MiB',
    },
  ];
}
