import { Config } from '@backstage/config';
import {
  Collector,
  defineCollector,
  DeliverySource,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { createNotificationCollector } from './notifications/createNotificationCollector';
import { createNotificationSource } from './notifications/createNotificationSource';
import { readSubjectLabels } from './notifications/readSubjectLabels';
import { verifyGrafana } from './verifyGrafana';

const unified = z.object({ alerts: z.array(z.unknown()) });
const legacy = z.object({ ruleId: z.number(), state: z.string() });

/** Legacy alerting names neither when an alert began nor which of its firings ended. */
const legacyAlert: Collector = defineCollector({
  event: 'legacy',
  schema: z.object({}),
  collect: () => ({
    ignored:
      'Legacy alerting does not say when an alert began; send unified alerting',
  }),
});

/** Grafana's webhook contact points, signed with any of the secrets or with one as token or password. */
export function createGrafanaSource(
  secrets: readonly string[],
  config?: Config,
): DeliverySource {
  const source = 'grafana';
  return createNotificationSource({
    id: source,
    verify: delivery => verifyGrafana(secrets, delivery),
    readType: ({ payload }) => {
      if (unified.safeParse(payload).success) return 'unified';
      return legacy.safeParse(payload).success ? 'legacy' : undefined;
    },
    collectors: [
      createNotificationCollector({
        event: 'unified',
        source,
        subjectLabels: readSubjectLabels(config, source),
      }),
      legacyAlert,
    ],
  });
}
