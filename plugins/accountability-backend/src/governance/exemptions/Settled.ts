import { Exemption } from 'backstage-plugin-accountability-common';

/** What came of a request, a decision or a revocation. */
export type Settled =
  | { status: 'kept'; exemption: Exemption }
  /** Somebody was first, or it is over. */
  | { status: 'refused'; because: string };
