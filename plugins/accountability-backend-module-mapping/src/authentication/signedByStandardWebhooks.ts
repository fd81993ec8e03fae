import { verifyStandardWebhook } from 'backstage-plugin-accountability-node';
import { Authentication } from './Authentication';

/** A sender that signs as Standard Webhooks has it (Svix): id, time and body, in base64. */
export function signedByStandardWebhooks(given: {
  keys: readonly Buffer[];
}): Authentication {
  return {
    secretHeaders: ['webhook-signature'],
    idHeader: 'webhook-id',
    verify: delivery => verifyStandardWebhook(given.keys, delivery),
  };
}
