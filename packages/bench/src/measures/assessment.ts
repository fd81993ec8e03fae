import { sendDelivery } from 'demo';
import { Bench } from '../load/Bench';
import { senderOf } from '../load/senderOf';
import { waitUntil } from '../load/waitUntil';
import { Measured } from './Measured';

/** Waits until no service is due. */
export function drained({ pool }: Bench): Promise<void> {
  return waitUntil(
    'the end of the queue',
    async () => {
      const { rows } = await pool.query(
        `select 1 from assessment_queue where due_at <= now()
          or (leased_until > now() and restate_from is null) limit 1`,
      );
      return rows.length === 0;
    },
    { everyMs: 20 },
  );
}

/** Makes every service due and waits until each has its new result. */
export async function assessment(bench: Bench): Promise<Measured[]> {
  const { company, pool, server } = bench;
  await drained(bench);
  const statementsBefore = await server.statements();
  const { rowCount } = await pool.query(
    "update assessment_queue set due_at = now() - interval '1 second', version = version + 1",
  );
  const begun = performance.now();
  // Any delivery wakes the worker; without one it looks every second.
  const [wake] = company.liveMoment(Date.now()).deliveries;
  await sendDelivery(senderOf(server), wake);
  await drained(bench);
  const tookMs = performance.now() - begun;
  const statements = (await server.statements()) - statementsBefore;
  const services = rowCount ?? 0;
  return [
    { name: 'services assessed again', value: services, unit: 'services' },
    { name: 'all of them', value: tookMs / 1000, unit: 's' },
    {
      name: 'assessment rate',
      value: (services / tookMs) * 1000,
      unit: 'services/s',
    },
    {
      name: 'SQL statements per assessed service',
      value: statements / services,
      unit: 'statements',
    },
  ];
}
