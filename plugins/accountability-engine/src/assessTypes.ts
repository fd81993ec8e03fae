import {
  Attestation,
  Attribution,
  Exemption,
  FactData,
  FactUnit,
  IncidentRecord,
  RecordKind,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import {
  AttributionProfile,
  CauseOverride,
  IncidentBurst,
  Peer,
} from './attribution';
import { CodeownersState } from './codeowners';
import { FactDefinition, PoolTotals, ServiceInput } from './facts/defineFact';
import { AuthorshipDay } from './knowledge';
import { People } from './people';
import { Supply } from './supply';
import { CompiledPolicy } from './policy/CompiledPolicy';
import { EngineAnswer } from './policy/PolicyEngine';

/** Settings of the arithmetic; every one has a documented default. */
export interface AssessSettings {
  /** How causes are sought; default the evidence ladder with W of 24 hours. */
  attribution: AttributionProfile;
  /** Titles of changes made to mend production, as a regular expression; default `hotfix` and its like. */
  hotfixTitle: RegExp;
}

/** An incident of another service that is charged to a deployment of this one. */
export interface ForeignCharge {
  attribution: Attribution;
  incident: IncidentRecord;
}

/** What the groups of the catalog say of themselves. */
export interface GroupKnowledge {
  /** IANA zone by group; UTC where a group names none. */
  zones: ReadonlyMap<string, string>;
  /** Groups that answer to a rota, by the source's own name of it. */
  rotas: ReadonlyMap<string, readonly string[]>;
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

/** A fact that others measure and tell of. */
export interface ReportedFact {
  /** `<namespace>.<name>`; the namespace is none of the five burdens. */
  id: string;
  unit: FactUnit;
  /** Who tells it, by the name an operator knows it by. */
  provider: string;
  /** A value that is older counts as unknown; milliseconds. */
  maxAgeMs: number;
  /** Its provider has told of no service yet. */
  silent?: true;
}

/** What was told of one service. */
export interface ReportedValue {
  /** Of the type that the unit of the fact says. */
  value: FactData;
  /** When it was measured, epoch milliseconds; never after `now`. */
  observedAt: number;
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
  /** Other services whose deployments are looked at for causes. */
  peers?: readonly Peer[];
  /** Decisions on causes of this service's incidents, in force at `now`. */
  overrides?: readonly CauseOverride[];
  foreignCharges?: readonly ForeignCharge[];
  /** Incidents of this service that began together with those of others. */
  bursts?: readonly IncidentBurst[];
  groups?: GroupKnowledge;
  /** Of the pools that this service uses, for the days of its facts' windows. */
  poolTotals?: PoolTotals;
  people?: People;
  /** What contributors did to the code of the service; may reach beyond `now`. */
  authorship?: readonly AuthorshipDay[];
  codeowners?: readonly CodeownersState[];
  /** Of this service, any order. */
  attestations?: readonly Attestation[];
  supply?: Supply;
  /** See the same of a fact's context. */
  siblings?: ReadonlyMap<string, readonly string[]>;
  servicesOfOwner?: number;
  facts: readonly FactDefinition[];
  /** Facts that others measure; they follow the measured ones. */
  reportedFacts?: readonly ReportedFact[];
  /** What was told of this service, by fact id. */
  reported?: ReadonlyMap<string, ReportedValue>;
  policy: CompiledPolicy;
  /** Of this service, its owners or its system, in whatever state; see `exemptionStateAt`. */
  exemptions?: readonly Exemption[];
  /** See the same of a fact's context. */
  exemptionsSince?: number;
  /** What other engines said of its checks, by `<scorecard>/<check>`. */
  answers?: ReadonlyMap<string, EngineAnswer>;
  settings: AssessSettings;
}
