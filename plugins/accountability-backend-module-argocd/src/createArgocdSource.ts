import { Config } from '@backstage/config';
import {
  createWebhookSource,
  DeliverySource,
  IncomingDelivery,
  Verification,
  verifyToken,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { createApplicationCollector } from './applications/createApplicationCollector';
import { readEnvironmentRules } from './applications/readEnvironmentRules';

const SCHEME = /^bearer\s+/i;

const envelope = z.object({ type: z.string() });

/** Argo CD's notifications by the template of the README, with any of the secrets as bearer token. */
export function createArgocdSource(
  secrets: readonly string[],
  config?: Config,
): DeliverySource {
  return createWebhookSource({
    id: 'argocd',
    keepHeaders: ['content-type', 'user-agent'],
    verify: ({ headers }) => verify(secrets, headers),
    // Argo CD sends no id: a repetition is known by its body.
    identify: () => undefined,
    readType: ({ payload }) => {
      const read = envelope.safeParse(payload);
      return read.success ? read.data.type : undefined;
    },
    collectors: [createApplicationCollector(readEnvironmentRules(config))],
  });
}

function verify(
  secrets: readonly string[],
  { authorization = '' }: IncomingDelivery['headers'],
): Verification {
  if (!SCHEME.test(authorization)) {
    return {
      ok: false,
      because: 'The header authorization holds no bearer token',
    };
  }
  const token = authorization.replace(SCHEME, '').trim();
  return verifyToken({ secrets, token })
    ? { ok: true }
    : {
        ok: false,
        because:
          'The header authorization does not match any configured secret',
      };
}
