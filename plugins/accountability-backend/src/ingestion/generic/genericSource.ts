import { DeliverySource } from 'backstage-plugin-accountability-node';
import { collectGeneric } from './collectGeneric';

/** 16 MB: 5,000 events of 3 kB. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** Record events and owner changes in our own words, sent by a Backstage principal: imports, CI steps, scripts. */
export const genericSource: DeliverySource = {
  id: 'generic',
  authentication: 'service',
  maxBodyBytes: MAX_BODY_BYTES,
  keepHeaders: ['content-type', 'idempotency-key'],
  verify: () => ({
    ok: false,
    because: 'The generic source takes Backstage principals, not signatures',
  }),
  identify: ({ headers }) => headers['idempotency-key'],
  collect: collectGeneric,
};
