import { CustomErrorBase } from '@backstage/errors';

/** A sender sends faster than the intake takes; answered with 429 and `Retry-After`. */
export class TooManyDeliveriesError extends CustomErrorBase {
  name = 'TooManyDeliveriesError' as const;
  readonly statusCode = 429;
}
