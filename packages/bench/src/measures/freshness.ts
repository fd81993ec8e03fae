import { sendDelivery } from 'demo';
import { Bench } from '../load/Bench';
import { quantile } from '../load/runLoad';
import { senderOf } from '../load/senderOf';
import { waitUntil } from '../load/waitUntil';
import { Measured } from './Measured';

/** From the acknowledgement of a delivery until the service's stored result counts it. */
export async function freshness(bench: Bench): Promise<Measured[]> {
  const { company, options, server } = bench;
  const receiver = senderOf(server);
  const waits: number[] = [];
  const used = new Set<string>();
  for (let i = 0; waits.length < options.samples; i++) {
    const moment = company.liveMoment(Date.now() - 2000 - i);
    const [service, , environment] = moment.says.split(/[ :]/);
    const last = moment.deliveries.at(-1);
    // Only what goes to production changes a result.
    if (!last || environment !== 'production') continue;
    // Twice within a second would be the same record, and change nothing.
    if (used.has(service)) continue;
    used.add(service);
    const ref = `component:default/${service}`;
    const sentAt = Date.now();
    await sendDelivery(receiver, last);
    const acknowledged = performance.now();
    await waitUntil(`a new result of ${ref}`, async () => {
      return (await assessedAt(bench, ref)) > sentAt;
    });
    waits.push(performance.now() - acknowledged);
  }
  return [0.5, 0.95].map(share => ({
    name: `acknowledged delivery to changed result, p${share * 100}`,
    value: quantile(waits, share),
    unit: 'ms',
  }));
}

async function assessedAt({ pool }: Bench, ref: string): Promise<number> {
  const { rows } = await pool.query<{ assessed_at: Date }>(
    'select assessed_at from assessments where entity_ref = $1',
    [ref],
  );
  return rows[0]?.assessed_at.getTime() ?? 0;
}
