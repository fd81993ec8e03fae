import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import { HumanDuration } from '@backstage/types';

type Work = (signal: AbortSignal) => Promise<void>;

/** What runs by the clock. */
export interface Tasks {
  /** On one replica at a time. */
  catalogSync: Work;
  /** On every replica. */
  assessmentWorker: Work;
  /** On every replica. */
  inboxRecovery: Work;
  /** On every replica. */
  policyReload: Work;
}

/** Hands the tasks to the scheduler. One that fails is logged and runs again at its next time. */
export async function scheduleTasks(options: {
  scheduler: SchedulerService;
  logger: LoggerService;
  syncInterval: HumanDuration;
  tasks: Tasks;
}): Promise<void> {
  const { scheduler, logger, syncInterval, tasks } = options;
  await scheduler.scheduleTask({
    id: 'catalog-sync',
    scope: 'global',
    frequency: syncInterval,
    initialDelay: { seconds: 3 },
    timeout: { minutes: 15 },
    fn: logged(logger, 'catalog-sync', tasks.catalogSync),
  });
  await scheduler.scheduleTask({
    id: 'assessment-worker',
    scope: 'local',
    frequency: { seconds: 1 },
    initialDelay: { seconds: 1 },
    timeout: { minutes: 15 },
    fn: logged(logger, 'assessment-worker', tasks.assessmentWorker),
  });
  await scheduler.scheduleTask({
    id: 'inbox-recovery',
    scope: 'local',
    frequency: { seconds: 5 },
    initialDelay: { seconds: 1 },
    timeout: { minutes: 15 },
    fn: logged(logger, 'inbox-recovery', tasks.inboxRecovery),
  });
  await scheduler.scheduleTask({
    id: 'policy-reload',
    scope: 'local',
    frequency: { seconds: 30 },
    initialDelay: { seconds: 30 },
    timeout: { minutes: 5 },
    fn: logged(logger, 'policy-reload', tasks.policyReload),
  });
}

/** The scheduler keeps the error of a local task to itself. */
function logged(logger: LoggerService, task: string, work: Work): Work {
  return async signal => {
    try {
      await work(signal);
    } catch (error) {
      if (signal.aborted) return;
      logger.error(
        `Task ${task} failed and runs again at its next time`,
        new ForwardedError(`Task ${task}`, error),
      );
      throw error;
    }
  };
}
