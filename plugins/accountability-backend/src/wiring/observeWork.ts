import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { WorkFigures } from './figures/WorkFigures';
import { Gauge, offerGauges } from './offerGauges';

const SECOND_MS = 1000;

/** Several scrapes within this time share one reading. */
const FRESH_MS = 10 * SECOND_MS;

const gauges: Record<string, Gauge<WorkFigures>> = {
  'queue.due': {
    description: 'Services that are due for assessment',
    unit: '{service}',
    of: ({ queue }) => [[queue.due]],
  },
  'queue.oldest_due_age_seconds': {
    description: 'Since when the service that is due longest has been',
    unit: 's',
    of: ({ queue, asOf }) => [[ageOf(queue.oldestDueAt ?? asOf, asOf)]],
  },
  'queue.claimed': {
    description: 'Services that a worker is at',
    unit: '{service}',
    of: ({ queue }) => [[queue.claimed]],
  },
  'queue.claims_expired': {
    description:
      'Services whose worker let its lease run out and that no other has taken over yet',
    unit: '{service}',
    of: ({ queue }) => [[queue.expired]],
  },
  'queue.failing': {
    description: 'Services whose last assessment failed',
    unit: '{service}',
    of: ({ queue }) => [[queue.failing]],
  },
  'queue.restating': {
    description: 'Services with closed days that are told again',
    unit: '{service}',
    of: ({ queue }) => [[queue.restating]],
  },
  'inbox.oldest_age_seconds': {
    description: 'Since the delivery came that waits longest for the records',
    unit: 's',
    of: ({ inboxSince, asOf }) =>
      [...inboxSince].map(([source, at]) => [ageOf(at, asOf), { source }]),
  },
  'reference.age_seconds': {
    description:
      'Since a list was made, or since any package or repository was last read',
    unit: 's',
    of: ({ references, asOf }) =>
      references.flatMap(({ id, asOf: madeAt, loadedAt = madeAt }) => {
        const at = madeAt ?? loadedAt;
        return at === undefined ? [] : [[ageOf(at, asOf), { reference: id }]];
      }),
  },
  'reference.failing': {
    description:
      '1 where the list, or any package or repository, could not be read the last time, else 0',
    unit: '{reference}',
    of: ({ references }) =>
      references.flatMap(({ id, state }) =>
        state === 'off'
          ? []
          : [[state === 'failing' ? 1 : 0, { reference: id }]],
      ),
  },
};

/** Seconds; never below zero, which clocks of two replicas could give. */
function ageOf(at: number, asOf: number): number {
  return Math.max(0, (asOf - at) / SECOND_MS);
}

/**
 * Offers what waits to be done as gauges. All replicas read the same tables,
 * so take the maximum over replicas, never the sum.
 */
export function observeWork(options: {
  metrics: MetricsService;
  readFigures(): Promise<WorkFigures>;
  /** Epoch milliseconds. */
  now(): number;
}): void {
  const { metrics, now } = options;
  offerGauges(metrics, gauges, {
    readFigures: options.readFigures,
    freshMs: FRESH_MS,
    now,
  });
}
