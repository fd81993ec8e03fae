import { LoggerService } from '@backstage/backend-plugin-api';
import {
  MetricsService,
  TracingService,
} from '@backstage/backend-plugin-api/alpha';
import { ForwardedError } from '@backstage/errors';
import { Work } from './schedules';

/** Gives the work of a task as it is to be run. */
export type TaskObserver = (task: string, work: Work) => Work;

/** Tasks that run every few seconds, mostly to find nothing: a span each would bury the others. */
const WITHOUT_SPAN = new Set([
  'assessment-worker',
  'inbox-recovery',
  'replay',
  'asked-polling',
  'source-tally',
  'backtests',
]);

/**
 * Counts runs of tasks by how they end, logs why they fail, and puts a span
 * round each that is no poll. How long they take Backstage's scheduler
 * measures itself. Each replica counts its own, so take the sum over replicas.
 */
export function observeTasks(given: {
  logger: LoggerService;
  metrics: MetricsService;
  tracing: TracingService;
}): TaskObserver {
  const { logger, metrics, tracing } = given;
  const runs = metrics.createCounter('accountability.task.runs', {
    description: 'Runs of tasks, by how they ended',
    unit: '{run}',
  });
  return (task, work) => {
    const log = logger.child({ task });
    // There before the first run, so that the first failure is an increase.
    for (const outcome of ['done', 'failed']) runs.add(0, { task, outcome });
    const traced = (signal: AbortSignal) =>
      WITHOUT_SPAN.has(task)
        ? work(signal)
        : tracing.startActiveSpan(`accountability.task.${task}`, () =>
            work(signal),
          );
    return async signal => {
      try {
        await traced(signal);
        runs.add(1, { task, outcome: 'done' });
      } catch (error) {
        if (signal.aborted) return;
        runs.add(1, { task, outcome: 'failed' });
        // The scheduler keeps the error of a local task to itself.
        log.error(
          `Task ${task} failed and runs again at its next time`,
          new ForwardedError(`Task ${task}`, error),
        );
        throw error;
      }
    };
  };
}
