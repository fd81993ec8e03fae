import { MetricsService } from '@backstage/backend-plugin-api/alpha';

/** What is kept for a time only. */
export type PrunedThing =
  | 'bodies'
  | 'deliveries'
  | 'records'
  | 'contributors'
  | 'decisions';

/** Counts what was pruned, in rows. Each replica counts its own, so take the sum over replicas. */
export function observePruning(
  metrics: MetricsService,
): (pruned: Partial<Record<PrunedThing, number>>) => void {
  const rows = metrics.createCounter('accountability.retention.pruned', {
    description: 'What was kept for its time and pruned, in rows',
    unit: '{row}',
  });
  return pruned => {
    for (const [what, count] of Object.entries(pruned)) {
      rows.add(count, { what });
    }
  };
}
