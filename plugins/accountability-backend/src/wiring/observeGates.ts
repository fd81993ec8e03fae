import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { ApiContext } from '../api';

/** Upper bounds of the latency's ranges, seconds: a pipeline waits for the answer. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * Counts decisions by gate and outcome, and measures how long they take. Each
 * replica counts its own, so take the sum over replicas. Dry runs, and
 * decisions that are given again, are timed and not counted.
 */
export function observeGates(
  metrics: MetricsService,
): NonNullable<ApiContext['onDecision']> {
  const decisions = metrics.createCounter('accountability_gate_decisions', {
    description: 'Decisions of gates',
    unit: '1',
  });
  const latency = metrics.createHistogram(
    'accountability_gate_latency_seconds',
    {
      description: 'Time that a gate takes to decide',
      unit: 's',
      advice: { explicitBucketBoundaries: BOUNDS },
    },
  );
  return (decision, tookMs) => {
    const { outcome, dryRun, repeated, breakGlass, policy } = decision;
    // Where no policy could be read the name is whatever was asked for.
    const gate = policy === '' ? 'unknown' : decision.gate;
    if (!dryRun && !repeated) {
      decisions.add(1, {
        gate,
        outcome,
        broken_glass: breakGlass !== undefined,
      });
    }
    latency.record(tookMs / 1000, { gate });
  };
}
