import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { Knex } from 'knex';

/** Offers the connections of this replica's pool as a gauge: each has its own, so look at each. */
export function observePool(metrics: MetricsService, knex: Knex): void {
  metrics
    .createObservableGauge('accountability.database.connections', {
      description:
        'Connections of the plugin to its database; waiting are those that work has to wait for',
      unit: '{connection}',
    })
    .addCallback(result => {
      const { pool } = knex.client;
      // Gone once the backend shuts down.
      if (!pool) return;
      result.observe(pool.numUsed(), { state: 'used' });
      result.observe(pool.numFree(), { state: 'free' });
      result.observe(pool.numPendingAcquires(), { state: 'waiting' });
    });
}
