import { createHmac } from 'node:crypto';
import { DemoDelivery } from '../deliveries/DemoDelivery';

/** What each kind of sender proves itself with. */
export interface Secrets {
  githubSecret: string;
  pagerdutySecret: string;
  ingestToken: string;
}

/** Headers of a delivery with the signature or token that its source asks for. */
export function signed(
  { source, headers, body }: DemoDelivery,
  secrets: Secrets,
): Record<string, string> {
  const hmac = (secret: string) =>
    createHmac('sha256', secret).update(body).digest('hex');
  switch (source) {
    case 'github':
      return {
        ...headers,
        'x-hub-signature-256': `sha256=${hmac(secrets.githubSecret)}`,
      };
    case 'pagerduty':
      return {
        ...headers,
        'x-pagerduty-signature': `v1=${hmac(secrets.pagerdutySecret)}`,
      };
    default:
      return { ...headers, authorization: `Bearer ${secrets.ingestToken}` };
  }
}
