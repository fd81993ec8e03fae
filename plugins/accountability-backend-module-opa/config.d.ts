export interface Config {
  accountability?: {
    /** Open Policy Agent, for checks with `engine: opa`. */
    opa?: {
      /** Where its API is, for example `http://localhost:8181`. */
      url: string;
      /**
       * Sent as a bearer token; none where absent.
       * @visibility secret
       */
      token?: string;
      /** Longest wait for one answer, in milliseconds from 100 to 15000; default 2000. */
      timeoutMs?: number;
      /** Questions on their way at once, from 1 to 64; default 8. */
      concurrency?: number;
    };
  };
}
