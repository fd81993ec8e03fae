/** A host that is asked for JSON; the wiring makes it a client of the network. Never throws. */
export interface PackageHost {
  get(request: {
    /** Below the address of the host. */
    path: string;
    etag?: string;
    signal: AbortSignal;
  }): Promise<
    | { status: 'answered'; body: unknown; etag?: string }
    /** Nothing changed since the etag. */
    | { status: 'unchanged' }
    | {
        status: 'fault';
        fault: { message: string; status?: number; until?: number };
      }
  >;
}
