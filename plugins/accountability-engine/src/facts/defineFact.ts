import {
  Attribution,
  Burden,
  FactPart,
  FactUnit,
  OwnerAt,
  OwnerSpan,
  RecordKind,
  ServiceRecord,
  UnknownReason,
} from 'backstage-plugin-accountability-common';

/** What the engine knows of a service besides its records. */
export interface ServiceInput {
  entityRef: string;
  kind: string;
  type?: string;
  lifecycle?: string;
  owner?: string;
  ownerResolves: boolean;
  spans: OwnerSpan[];
  /** The entity as the catalog has it, for applicability rules. */
  entity: Record<string, unknown>;
}

/** Records of one service, by kind, each oldest first, all of them begun at or before `now`. */
export type RecordsByKind = {
  [K in RecordKind]: Extract<ServiceRecord, { kind: K }>[];
};

/** Everything a fact may look at. */
export interface FactContext {
  /** Epoch milliseconds; the only clock there is. */
  now: number;
  /** From inclusive, to exclusive (`now`). */
  window: { from: number; to: number };
  service: ServiceInput;
  records: RecordsByKind;
  /** One for each incident that counts (merged ones do not), by incident id. */
  attributions: ReadonlyMap<string, Attribution>;
  /** Who owned the service at an instant. */
  ownerAt(at: number): OwnerAt;
}

/** What `measure` gives back: a value with its evidence, or why there is none. */
export type Measurement =
  | {
      status: 'known';
      value: number | boolean;
      sampleSize: number;
      evidence: string[];
      interval?: { low: number; high: number };
      parts?: FactPart[];
      because: string;
    }
  | {
      status: 'unknown';
      reason: UnknownReason;
      because: string;
      sampleSize?: number;
      evidence?: string[];
    };

/** A worked example: it documents the fact and runs as a test. */
export interface FactExample {
  given: string;
  now?: number;
  service?: Partial<ServiceInput>;
  records?: ServiceRecord[];
  gives: number | boolean | UnknownReason;
}

/** A fact: one question about a service and the arithmetic that answers it. */
export interface FactDefinition {
  /** `<burden>.<name>`, for example `reliability.change_fail_rate`. */
  id: string;
  burden: Burden;
  /** The question a team lead asks. */
  question: string;
  unit: FactUnit;
  /** Days looked back; 0 for facts about now. */
  windowDays: number;
  /** Kinds of record without which the fact is unknown. */
  needs: RecordKind[];
  /** Where the definition comes from. */
  source: string;
  measure(context: FactContext): Measurement;
  examples: FactExample[];
}

/** Marks an object as a fact and checks its shape at compile time. */
export function defineFact(fact: FactDefinition): FactDefinition {
  return fact;
}
