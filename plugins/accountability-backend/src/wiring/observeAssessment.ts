import {
  MetricsService,
  TracingService,
} from '@backstage/backend-plugin-api/alpha';
import { WorkObserver } from '../assessment';

/** Upper bounds, seconds; a batch is of 1 to 100 services. */
const BOUNDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/**
 * Counts services that were assessed and times the batches, with a span round
 * each. Seconds a service are the one by the other. Each replica counts its
 * own, so take the sum over replicas.
 */
export function observeAssessment(given: {
  metrics: MetricsService;
  tracing: TracingService;
}): WorkObserver {
  const { metrics, tracing } = given;
  const services = metrics.createCounter('accountability.assessment.services', {
    description: 'Assessments of services',
    unit: '{service}',
  });
  const took = metrics.createHistogram(
    'accountability.assessment.batch_seconds',
    {
      description: 'Time that a batch of services takes',
      unit: 's',
      advice: { explicitBucketBoundaries: BOUNDS },
    },
  );
  for (const work of ['assess', 'judge']) {
    for (const outcome of ['done', 'failed'])
      services.add(0, { work, outcome });
  }
  return {
    working: ({ work, services: expected }, run, countsOf) => {
      const startedAt = performance.now();
      const tell = ({ done, failed }: { done: number; failed: number }) => {
        if (done + failed === 0) return;
        services.add(done, { work, outcome: 'done' });
        services.add(failed, { work, outcome: 'failed' });
        took.record((performance.now() - startedAt) / 1000, { work });
      };
      return tracing.startActiveSpan(
        `accountability.${work}_batch`,
        { attributes: { 'accountability.services': expected } },
        async span => {
          try {
            const result = await run();
            const counts = countsOf(result);
            tell(counts);
            span.setAttribute('accountability.services', counts.done);
            span.setAttribute('accountability.services_failed', counts.failed);
            return result;
          } catch (error) {
            tell({ done: 0, failed: expected });
            throw error;
          }
        },
      );
    },
  };
}
