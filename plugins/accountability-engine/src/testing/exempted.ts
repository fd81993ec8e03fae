import { Exemption } from 'backstage-plugin-accountability-common';
import { ago } from './ago';

/** An exemption of the example service, approved thirty days ago, with thirty days to come. */
export function exempted(
  id: string,
  given: Partial<Exemption> = {},
): Exemption {
  const requestedAt = given.requestedAt ?? ago(30, 'd');
  return {
    id,
    scorecard: 'ready',
    check: `check-${id}`,
    subject: { by: 'service', ref: 'component:default/payments-api' },
    reason: 'The team is being formed anew',
    requestedBy: 'user:default/kim',
    requestedAt,
    expiresAt: ago(-30, 'd'),
    decision: { verdict: 'approved', by: 'user:default/lee', at: requestedAt },
    renewals: 0,
    ...given,
  };
}
