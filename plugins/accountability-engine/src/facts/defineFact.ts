import {
  Attestation,
  Attribution,
  Burden,
  Distribution,
  Exemption,
  FactPart,
  FactUnit,
  IncidentRecord,
  Ladder,
  MetricValue,
  OwnerAt,
  OwnerSpan,
  RecordKind,
  ReportRecord,
  ServiceRecord,
  UnknownReason,
} from 'backstage-plugin-accountability-common';
import { AttributionProfile, Mended } from '../attribution';
import { CodeownersState } from '../codeowners';
import { Contents } from '../delivery';
import { AuthorshipDay } from '../knowledge';
import { People } from '../people';
import { Supply } from '../supply';

/** What the engine knows of a service besides its records. */
export interface ServiceInput {
  entityRef: string;
  kind: string;
  type?: string;
  lifecycle?: string;
  owner?: string;
  /** Entity ref of the system it is part of, in lower case. */
  system?: string;
  ownerResolves: boolean;
  spans: OwnerSpan[];
  /** The entity as the catalog has it, for applicability rules. */
  entity: Record<string, unknown>;
}

/** The record type of each kind. */
export type RecordOf<K extends RecordKind> = Extract<
  ServiceRecord,
  { kind: K }
>;

/** Records of one service, by kind, each oldest first, all of them begun at or before `now`. */
export type RecordsByKind = { [K in RecordKind]: RecordOf<K>[] };

/** For each kind, the instant that places a record in the window of an environment; undefined where the record does not count. */
export type WindowBy = {
  [K in RecordKind]?: (
    record: RecordOf<K>,
    environment: string,
  ) => number | undefined;
};

/** An incident charged to a deployment, with the link. */
export interface Charge {
  attribution: Attribution;
  incident: IncidentRecord;
}

/** What the jobs of all services used of the pools of runners. */
export interface PoolTotals {
  /** First instant of the UTC day from which on totals are whole. */
  since: number;
  /** By pool, for each day on which it was used: its first instant and how long, in whole milliseconds. */
  days: ReadonlyMap<string, readonly { day: number; busyMs: number }[]>;
}

/** Everything a fact may look at. */
export interface FactContext {
  /** Epoch milliseconds; the only clock there is. */
  now: number;
  /** From inclusive, to exclusive (`now`). */
  window: { from: number; to: number };
  /** The environment that is asked about; assessments ask about production. */
  environment: string;
  service: ServiceInput;
  /** Records as far back as they are loaded; what is counted comes from `inWindow`. */
  records: RecordsByKind;
  /** Records of the needed kinds that `windowBy` places in the window. */
  inWindow: RecordsByKind;
  /** One for each incident that counts (merged ones do not), by incident id. */
  attributions: ReadonlyMap<string, Attribution>;
  /** What the service's deployments are charged with, by record id: its own incidents and those of other services. */
  charges: ReadonlyMap<string, readonly Charge[]>;
  /** Deployments that made something good, by the incident during which they came. */
  remedies: ReadonlyMap<string, readonly Mended[]>;
  /** What each deployment of the environment brought, by record id. */
  contents: ReadonlyMap<string, Contents>;
  /** How causes were sought. */
  profile: AttributionProfile;
  /** IANA zone that an owner names; undefined where it names none. */
  zoneOf(owner: string): string | undefined;
  /** Groups that answer to a rota, by the source's own name of it; none where nobody names it. */
  teamsOf(rota: string): readonly string[];
  /** Who owned the service at an instant. */
  ownerAt(at: number): OwnerAt;
  /** Undefined where nobody summed them up. */
  poolTotals?: PoolTotals;
  /** Contributors, and the groups that they are in. */
  people: People;
  /** Who worked on what, up to `now`, any order; undefined where nobody told of authors. */
  authorship?: readonly AuthorshipDay[];
  /** Of each repository of the service; empty where none was read. */
  codeowners: readonly CodeownersState[];
  /** What owners said when they were asked whether the service is theirs, oldest first. */
  attestations: readonly Attestation[];
  /** Asked for up to `now` and approved at some time, of this service, its owners or its system; undefined where nobody read them. */
  exemptions?: readonly Exemption[];
  /** Since when exemptions are kept at all; for ever where undefined. */
  exemptionsSince?: number;
  /** What it is built from, up to `now`. */
  supply: Supply;
  /** For changes merged within 24 hours of one of another service with the same topic: ids of those, by change; undefined where nobody looked. */
  siblings?: ReadonlyMap<string, readonly string[]>;
  /** Services whose owner is the same now, this one too; undefined where nobody counted. */
  servicesOfOwner?: number;
}

/** What facts look at besides records. */
export type Beside =
  | 'people'
  | 'authorship'
  | 'codeowners'
  | 'attestations'
  | 'exemptions'
  | 'bills'
  | 'releases'
  | 'runtimes'
  | 'lifecycles'
  | 'vulnerabilities'
  | 'siblings'
  | 'servicesOfOwner';

/** What `measure` gives back: a value with its evidence, or why there is none. */
export type Measurement =
  | {
      status: 'known';
      value: number | boolean;
      sampleSize: number;
      evidence: readonly string[];
      interval?: { low: number; high: number };
      parts?: FactPart[];
      distribution?: Distribution;
      /** The single values behind a quantile; handed on where asked for, never kept. */
      values?: readonly MetricValue[];
      because: string;
    }
  | {
      status: 'unknown';
      reason: UnknownReason;
      because: string;
      sampleSize?: number;
      evidence?: readonly string[];
    };

/** A worked example: it documents the fact and runs as a test. */
export interface FactExample {
  given: string;
  now?: number;
  service?: Partial<ServiceInput>;
  records?: ServiceRecord[];
  /** Kinds collected for the service; the kinds of `records` where absent. */
  collected?: RecordKind[];
  poolTotals?: PoolTotals;
  people?: People;
  authorship?: readonly AuthorshipDay[];
  codeowners?: readonly CodeownersState[];
  attestations?: readonly Attestation[];
  exemptions?: readonly Exemption[];
  exemptionsSince?: number;
  supply?: Partial<Supply>;
  siblings?: ReadonlyMap<string, readonly string[]>;
  servicesOfOwner?: number;
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
  /** Days looked back unless asked for others; 0 for facts about now. */
  windowDays: number;
  /** Kinds of record without which the fact is unknown. */
  needs: RecordKind[];
  /** Kinds looked at where there are some; without them the fact is known all the same. */
  also?: readonly RecordKind[];
  /** Formats of the reports that it looks at; all where absent. */
  reports?: readonly ReportRecord['format'][];
  /** Where the definition comes from. */
  source: string;
  /** Absent where any aim would do harm, or nobody knows one. */
  ladder?: Ladder;
  /** How it can be made to look good, and what to look at beside it. */
  gaming?: string;
  /**
   * What places a record in the window; its start where a kind is absent. The
   * engine slides the window by it and knows when time alone moves the fact.
   */
  windowBy?: WindowBy;
  /** How many days after its end `windowBy` may place a record; 0 where absent. */
  lateDays?: number;
  /** What it looks at besides records: where no fact does, nobody reads it. */
  reads?: readonly Beside[];
  /** Whether it looks at `poolTotals`: where no fact does, nobody sums them up. */
  readsPools?: boolean;
  /** For facts that move with the clock itself: the next instant after `now` at which they do. */
  changesAt?(context: FactContext): number | undefined;
  measure(context: FactContext): Measurement;
  examples: FactExample[];
}

/** Marks an object as a fact and checks its shape at compile time. */
export function defineFact(fact: FactDefinition): FactDefinition {
  return fact;
}
