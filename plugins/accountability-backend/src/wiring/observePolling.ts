import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { PolledSource } from '../ingestion';

/**
 * Counts passes over polled subjects, and what they brought that webhooks had
 * not. Each replica counts its own, so take the sum over replicas.
 */
export function observePolling(
  metrics: MetricsService,
): (polled: readonly PolledSource[]) => void {
  const passes = metrics.createCounter('accountability.polling.passes', {
    description:
      'Passes over polled subjects; limited where the quota put them off',
    unit: '{pass}',
  });
  const stored = metrics.createCounter('accountability.polling.deliveries', {
    description: 'Deliveries that only polling brought',
    unit: '{delivery}',
  });
  return polled => {
    for (const { source, failed, limited, ...counts } of polled) {
      const done = counts.passes - failed - limited;
      passes.add(done, { source, outcome: 'done' });
      passes.add(failed, { source, outcome: 'failed' });
      passes.add(limited, { source, outcome: 'limited' });
      stored.add(counts.stored, { source });
    }
  };
}
