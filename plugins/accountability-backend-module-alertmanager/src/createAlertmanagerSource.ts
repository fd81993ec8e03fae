import { Config } from '@backstage/config';
import { DeliverySource } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { createNotificationCollector } from './notifications/createNotificationCollector';
import { createNotificationSource } from './notifications/createNotificationSource';
import { readSubjectLabels } from './notifications/readSubjectLabels';
import { verifyAuthorization } from './verifyAuthorization';

const envelope = z.object({ version: z.string() });

/** Alertmanager's webhooks, with any of the secrets as bearer token or as password. */
export function createAlertmanagerSource(
  secrets: readonly string[],
  config?: Config,
): DeliverySource {
  const source = 'alertmanager';
  return createNotificationSource({
    id: source,
    verify: ({ headers }) => verifyAuthorization(secrets, headers),
    readType: ({ payload }) => {
      const read = envelope.safeParse(payload);
      return read.success ? `version ${read.data.version}` : undefined;
    },
    collectors: [
      createNotificationCollector({
        event: 'version 4',
        source,
        subjectLabels: readSubjectLabels(config, source),
      }),
    ],
  });
}
