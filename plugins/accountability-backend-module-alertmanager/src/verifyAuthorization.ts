import {
  IncomingDelivery,
  Verification,
  verifyToken,
} from 'backstage-plugin-accountability-node';

/** Whether the header `authorization` carries a secret: as token of any scheme, or as password of basic auth. */
export function verifyAuthorization(
  secrets: readonly string[],
  headers: IncomingDelivery['headers'],
): Verification {
  const { authorization } = headers;
  if (!authorization) {
    return { ok: false, because: 'The header authorization is missing' };
  }
  return verifyToken({ secrets, token: tokenIn(authorization) })
    ? { ok: true }
    : {
        ok: false,
        because:
          'The header authorization does not match any configured secret',
      };
}

function tokenIn(authorization: string): string | undefined {
  const [, scheme, credentials] =
    /^(\S+)\s+(.+)$/.exec(authorization.trim()) ?? [];
  return scheme?.toLowerCase() === 'basic'
    ? passwordIn(credentials)
    : credentials;
}

/** A user name holds no colon, a password may. */
function passwordIn(credentials: string): string | undefined {
  const pair = Buffer.from(credentials, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  return colon < 0 ? undefined : pair.slice(colon + 1);
}
