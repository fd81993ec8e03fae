import {
  MetricsService,
  TracingService,
} from '@backstage/backend-plugin-api/alpha';
import { ApiContext } from '../api';

/** Upper bounds of the latency's ranges, seconds: a pipeline waits for the answer. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

type Gates = Required<Pick<ApiContext, 'onDecision' | 'traceGate'>>;

/**
 * Counts decisions by gate and outcome, measures how long they take, and puts
 * a span round each. Each
 * replica counts its own, so take the sum over replicas. Dry runs, and
 * decisions that are given again, are timed and not counted.
 */
export function observeGates({
  metrics,
  tracing,
}: {
  metrics: MetricsService;
  tracing: TracingService;
}): Gates {
  const decisions = metrics.createCounter('accountability.gate.decisions', {
    description: 'Decisions of gates',
    unit: '{decision}',
  });
  const latency = metrics.createHistogram(
    'accountability.gate.latency_seconds',
    {
      description: 'Time that a gate takes to decide',
      unit: 's',
      advice: { explicitBucketBoundaries: BOUNDS },
    },
  );
  const engineErrors = metrics.createCounter(
    'accountability.gate.engine_errors',
    {
      description:
        'Decisions that a gate had to make without what decides: the policy, the service or another engine',
      unit: '{decision}',
    },
  );
  const onDecision: Gates['onDecision'] = (decision, tookMs) => {
    const { outcome, dryRun, repeated, breakGlass, policy, engineError } =
      decision;
    // Where no policy could be read the name is whatever was asked for.
    const gate = policy === '' ? 'unknown' : decision.gate;
    if (!dryRun && !repeated) {
      // There before the first that is, so that it is an increase; for errors too.
      decisions.add(0, { gate, outcome: 'allow', broken_glass: true });
      decisions.add(1, {
        gate,
        outcome,
        broken_glass: breakGlass !== undefined,
      });
    }
    if (!repeated)
      engineErrors.add(engineError === undefined ? 0 : 1, { gate });
    latency.record(tookMs / 1000, { gate });
  };
  return {
    onDecision,
    traceGate: (gate, ask) =>
      tracing.startActiveSpan(
        'accountability.ask_gate',
        { attributes: { 'accountability.gate': gate } },
        ask,
      ),
  };
}
