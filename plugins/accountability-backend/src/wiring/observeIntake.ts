import {
  MetricsService,
  TracingService,
} from '@backstage/backend-plugin-api/alpha';
import { IntakeObserver } from '../ingestion';

/** Upper bounds, seconds: an import may wait for ten seconds by design, an inbox after a halt for hours. */
const BOUNDS = [
  0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600,
];

const VERDICTS = [
  'accepted',
  'ignored',
  'unsupported',
  'rejected',
  'repeated',
  'refused',
];

/**
 * Counts deliveries, and times how long they take to the records, with a span
 * round each batch. Each replica counts its own, so take the sum over replicas.
 */
export function observeIntake(given: {
  metrics: MetricsService;
  tracing: TracingService;
  /** Ids of the sources that are on. */
  sources: readonly string[];
  /** Epoch milliseconds. */
  now(): number;
}): IntakeObserver {
  const { metrics, tracing, sources, now } = given;
  const deliveries = metrics.createCounter('accountability.intake.deliveries', {
    description:
      'Deliveries by verdict; repeated where they had come before, refused where they were not signed right',
    unit: '{delivery}',
  });
  const limited = metrics.createCounter('accountability.intake.limited', {
    description:
      'Deliveries that were sent away because more came than are taken in a minute',
    unit: '{delivery}',
  });
  const took = metrics.createHistogram(
    'accountability.intake.to_records_seconds',
    {
      description: 'From the receipt of a delivery until it is in the records',
      unit: 's',
      advice: { explicitBucketBoundaries: BOUNDS },
    },
  );
  for (const source of sources) {
    // There before the first delivery, so that it is an increase.
    for (const verdict of VERDICTS) deliveries.add(0, { source, verdict });
    limited.add(0, { source });
  }
  return {
    onTaken: ({ source, verdict, duplicate }) =>
      deliveries.add(1, { source, verdict: duplicate ? 'repeated' : verdict }),
    onRefused: source => deliveries.add(1, { source, verdict: 'refused' }),
    onLimited: source => limited.add(1, { source }),
    applying: async (batch, apply) => {
      const attributes = { 'accountability.deliveries': batch.length };
      const result = await tracing.startActiveSpan(
        'accountability.apply_deliveries',
        { attributes },
        apply,
      );
      const appliedAt = now();
      for (const { source, receivedAt } of batch) {
        took.record((appliedAt - receivedAt) / 1000, { source });
      }
      return result;
    },
  };
}
