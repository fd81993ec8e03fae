import {
  IncomingDelivery,
  Verification,
  verifyHmac,
} from 'backstage-plugin-accountability-node';
import { verifyAuthorization } from './verifyAuthorization';

const SIGNATURE = 'x-grafana-alerting-signature';
const TIMESTAMP = 'x-grafana-alerting-signature-timestamp';

/** Whether Grafana signed the body, or, where it does not sign, whether it knows a secret. */
export function verifyGrafana(
  secrets: readonly string[],
  delivery: IncomingDelivery,
): Verification {
  const signature = delivery.headers[SIGNATURE];
  if (!signature) return verifyAuthorization(secrets, delivery.headers);
  return verifyHmac({
    secrets,
    signatures: [signature],
    body: signedPart(delivery),
    algorithm: 'sha256',
  })
    ? { ok: true }
    : {
        ok: false,
        because: `The header ${SIGNATURE} does not match any configured secret`,
      };
}

/** With a timestamp header, Grafana signs `<seconds>:<body>`. */
function signedPart({ headers, body }: IncomingDelivery): Buffer {
  const timestamp = headers[TIMESTAMP];
  return timestamp ? Buffer.concat([Buffer.from(`${timestamp}:`), body]) : body;
}
