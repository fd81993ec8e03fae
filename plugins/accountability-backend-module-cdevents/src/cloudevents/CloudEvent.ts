/** What is read of a CloudEvent: its identity as far as its envelope says it, and its data. */
export interface CloudEvent {
  id?: string;
  source?: string;
  type?: string;
  data: unknown;
}

/** The CloudEvents of one request, or why none can be read. `isBatch` holds for a batch of one, too. */
export type CloudEvents =
  | { ok: true; isBatch: boolean; events: CloudEvent[] }
  | { ok: false; because: string };
