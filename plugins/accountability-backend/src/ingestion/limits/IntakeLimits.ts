/** How much the intake takes. Each replica counts by itself, so that several take as many times more. */
export interface IntakeLimits {
  /** Deliveries a minute of one source; of a source that Backstage tokens are for, of one caller. */
  perMinute: number;
  /** Deliveries a minute of one source from one address that may fail to prove their sender or cannot be read. */
  refusedPerMinute: number;
  /** Whether `backend.trustProxy` says how the address of a sender is found; without it the address of a request with a header of proxies is nobody's. */
  knowsAddresses: boolean;
}
