import { DemoDelivery, genericBatches, sendDelivery } from 'demo';
import { Bench } from '../load/Bench';
import { senderOf } from '../load/senderOf';
import { waitUntil } from '../load/waitUntil';

/** A service and one name of it. */
export interface Subject {
  entityRef: string;
  subject: string;
}

/** Ids of the deployments that are sent while something is measured begin with it. */
export const livePrefix = 'bench:live:';

/** A deployment of an instant, finished a second before it. */
export function deploymentOf(
  { subject }: Subject,
  sentAt: number,
): DemoDelivery {
  const [delivery] = genericBatches([
    {
      kind: 'deployment',
      record: `${livePrefix}${subject}:${sentAt}`,
      subject,
      state: 'finished',
      result: 'success',
      environment: 'production',
      sha: `${sentAt}`.padEnd(40, 'a'),
      at: new Date(sentAt - 1000).toISOString(),
    },
  ]);
  return delivery;
}

/** From the acknowledgement of a deployment until the service's result counts it, milliseconds. */
export async function deployOnce(
  bench: Bench,
  service: Subject,
): Promise<number> {
  const sentAt = Date.now();
  await sendDelivery(senderOf(bench.server), deploymentOf(service, sentAt));
  const acknowledged = performance.now();
  await waitUntil(`a new result of ${service.entityRef}`, async () => {
    const { rows } = await bench.pool.query<{ assessed_at: Date }>(
      'select assessed_at from assessments where entity_ref = $1',
      [service.entityRef],
    );
    return (rows[0]?.assessed_at.getTime() ?? 0) > sentAt;
  });
  return performance.now() - acknowledged;
}
