import {
  IncomingDelivery,
  Verification,
  verifyStandardWebhook,
  verifyToken,
} from 'backstage-plugin-accountability-node';

/** How GitLab's signing tokens begin; a secret token begins otherwise. */
const SIGNING = 'whsec_';

/** Bytes of the shortest key that is one; GitLab's have 32. */
const SHORTEST_KEY = 24;

/**
 * Whether a delivery is signed with a signing token, or comes with a secret
 * token. A webhook may have both, and either is enough: while one moves from
 * the one to the other, nothing is lost.
 */
export function verifyWebhook(
  secrets: readonly string[],
  delivery: IncomingDelivery,
): Verification {
  const token = delivery.headers['x-gitlab-token'];
  const isSigned = delivery.headers['webhook-signature'] !== undefined;
  if (!isSigned && !token) {
    return {
      ok: false,
      because:
        'There is neither a header webhook-signature nor a header x-gitlab-token; give the webhook a signing token or a secret token',
    };
  }
  const tokens = secrets.filter(secret => !secret.startsWith(SIGNING));
  if (verifyToken({ secrets: tokens, token })) return { ok: true };
  if (isSigned) return verifyStandardWebhook(keysIn(secrets), delivery);
  return {
    ok: false,
    because: 'The header x-gitlab-token does not match any configured secret',
  };
}

function keysIn(secrets: readonly string[]): Buffer[] {
  return secrets
    .filter(secret => secret.startsWith(SIGNING))
    .map(secret => Buffer.from(secret.slice(SIGNING.length), 'base64'))
    .filter(key => key.length >= SHORTEST_KEY);
}
