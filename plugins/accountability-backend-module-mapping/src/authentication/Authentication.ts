import {
  IncomingDelivery,
  Verification,
} from 'backstage-plugin-accountability-node';

/** How a sender proves itself. */
export interface Authentication {
  /** Headers that hold the proof; none of them is kept. */
  secretHeaders: readonly string[];
  verify(delivery: IncomingDelivery): Verification;
  /** The header that holds the sender's id of a delivery, where its way of signing has one. */
  idHeader?: string;
}
