import {
  OwnerChange,
  RecordEvent,
} from 'backstage-plugin-accountability-common';

/**
 * A delivery as it came in: headers in lower case, the body as raw bytes.
 * What the caller put into the query stands among the headers, as
 * `x-accountability-<name>`.
 */
export interface IncomingDelivery {
  headers: Readonly<Record<string, string | undefined>>;
  body: Buffer;
  /** Epoch milliseconds, by our clock; stored, so that a replay reads the same. */
  receivedAt: number;
}

/** An event of Backstage's events service, as its subscriber gets it. */
export interface BusEvent {
  topic: string;
  payload: unknown;
  /** Headers of the sender's request; lost where the event crossed the bus. */
  metadata?: Readonly<Record<string, string | string[] | undefined>>;
}

/** A part of a batch that was refused; the rest is taken. `line` counts from 1. */
export interface RefusedPart {
  line: number;
  because: string;
}

/** What a source's collectors make of a delivery. Pure: the same delivery gives the same answer. */
export type Collected =
  | {
      status: 'accepted';
      events: RecordEvent[];
      ownerChanges?: OwnerChange[];
      refused?: RefusedPart[];
    }
  /** Understood, and nothing to record; `because` says why. */
  | { status: 'ignored'; because: string }
  /** A type of delivery that no collector reads yet; kept for replay. */
  | { status: 'unsupported'; because: string }
  /**
   * Verified but unreadable; kept for replay. A `service` source answers its
   * caller with 400 instead, or with 413 where `tooLarge`, and keeps nothing.
   */
  | { status: 'rejected'; because: string; tooLarge?: boolean };

/** Whether a delivery is really from its sender. `because` goes to the caller and the audit log: no secret in it. */
export type Verification = { ok: true } | { ok: false; because: string };

/** One kind of sender. A source module makes one and adds it through `sourcesExtensionPoint`. */
export interface DeliverySource {
  /** Last part of the intake's path and first part of subjects and record ids: `github`. */
  readonly id: string;
  /**
   * `signature`: the sender signs, and `verify` decides.
   * `service`: the caller is a Backstage principal with the ingest permission.
   */
  readonly authentication: 'signature' | 'service';
  /** Largest body taken, in bytes. */
  readonly maxBodyBytes: number;
  /** Names (lower case) of the headers worth keeping; never those with secrets. */
  readonly keepHeaders: readonly string[];
  /** Checks the signature over the raw body in constant time. Called for `signature` sources only. */
  verify(delivery: IncomingDelivery): Verification;
  /** The sender's own id of this delivery; undefined where it sends none, then the body's digest is taken. */
  identify(delivery: IncomingDelivery): string | undefined;
  collect(delivery: IncomingDelivery): Collected;
  /** Topics of Backstage's events service that carry this source's payloads, verified by who published them. */
  readonly topics?: readonly string[];
  /** The headers that an event of `topics` would have come with as a webhook; undefined where it names no type. */
  headersOf?(event: BusEvent): IncomingDelivery['headers'] | undefined;
}
