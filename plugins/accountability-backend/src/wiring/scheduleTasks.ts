import { SchedulerService } from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';
import { kebabCase } from 'lodash';
import { TaskObserver } from './observeTasks';
import { Tasks, schedules } from './schedules';

/** Hands the tasks to the scheduler. One that fails runs again at its next time. */
export async function scheduleTasks(options: {
  scheduler: SchedulerService;
  syncInterval: HumanDuration;
  policyInterval: HumanDuration;
  tasks: Tasks;
  /** Logs and measures runs. */
  observed: TaskObserver;
}): Promise<void> {
  const { scheduler, syncInterval, policyInterval, tasks, observed } = options;
  for (const { task, ...schedule } of schedules) {
    const id = kebabCase(task);
    await scheduler.scheduleTask({
      ...schedule,
      ...(task === 'catalogSync' && { frequency: syncInterval }),
      ...(task === 'policyReload' && { frequency: policyInterval }),
      id,
      fn: observed(id, tasks[task]),
    });
  }
}
