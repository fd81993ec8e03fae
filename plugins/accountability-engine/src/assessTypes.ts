import {
  RecordKind,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { FactDefinition, ServiceInput } from './facts/defineFact';
import { CompiledPolicy } from './policy/CompiledPolicy';

/** Settings of the arithmetic; every one has a documented default. */
export interface AssessSettings {
  /** W of the temporal rung, milliseconds; default 24 hours. */
  attributionWindowMs: number;
}

/** A kind of record that a source used to tell of this service, and the source has gone quiet. */
export interface QuietKind {
  kind: RecordKind;
  source: string;
  /** Epoch milliseconds. */
  since: number;
  /** Why that is no ordinary silence, as a sentence. */
  because: string;
}

/** Everything one assessment depends on: same input, same bytes out. */
export interface AssessInput {
  /** Epoch milliseconds. */
  now: number;
  service: ServiceInput;
  /** Records of the service within the facts' horizon, any order. */
  records: ServiceRecord[];
  /** Kinds for which this service has any record at any time up to `now`. */
  collectedKinds: RecordKind[];
  /** Kinds that any source has delivered for any service. */
  sourceKinds: RecordKind[];
  /** Kinds that a source of this service has stopped telling of; facts that need them are stale. */
  quietKinds?: readonly QuietKind[];
  facts: readonly FactDefinition[];
  policy: CompiledPolicy;
  settings: AssessSettings;
}
