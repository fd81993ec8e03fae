import {
  SchedulerServiceTaskScheduleDefinition,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';

const key = 'search.collators.accountability.schedule';

const usual = {
  frequency: { minutes: 10 },
  timeout: { minutes: 15 },
  // The plugin is not up before it has read its policy.
  initialDelay: { seconds: 30 },
} satisfies SchedulerServiceTaskScheduleDefinition;

/** When services are indexed, by configuration; throws where that cannot be read. */
export function readSchedule(
  config: Config,
): SchedulerServiceTaskScheduleDefinition {
  return config.has(key)
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
        config.getConfig(key),
      )
    : usual;
}
