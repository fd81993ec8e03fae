import {
  AuditorService,
  HttpAuthService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import {
  CauseOverrideEntry,
  DeploymentRecord,
  GateDecision,
  ReferenceId,
} from 'backstage-plugin-accountability-common';
import {
  CalibratedWindow,
  ChangesAsked,
  CausePreview,
  MeasuredEvidence,
  MeasuredMetric,
  PastAssessment,
  PlacedDeployment,
  PolicyStore,
  ReadChanges,
} from '../assessment';
import { GateSources } from '../gates';
import { AttestationSettings, ExemptionSettings } from '../governance';
import { DebtCosts, OrganisationIndex } from '../organisation';
import { ServiceFile } from '../ownership';

/** The past and the records behind facts; `plugin.ts` ties it to the facts and policy in force. */
export interface PastReader {
  /** The assessment of a service as of an instant; undefined where there is no such service. */
  assessAt(options: {
    entityRef: string;
    at: number;
  }): Promise<PastAssessment | undefined>;
  /** All records behind a fact; undefined where there is no such fact. */
  measureEvidence(options: {
    entityRef: string;
    fact: string;
    at: number;
  }): Promise<MeasuredEvidence | undefined>;
  /** A fact over one window and environment, with its past; undefined where there is no such fact. */
  readMetric(options: {
    file: ServiceFile;
    fact: string;
    at: number;
    windowDays?: number;
    environment?: string;
  }): Promise<MeasuredMetric | undefined>;
  /** What changes with a decision on a cause, or, without one, with its withdrawal; undefined for an incident of too long ago. */
  previewCause(options: {
    entityRef: string;
    incident: string;
    decision?: CauseOverrideEntry;
    now: number;
  }): Promise<CausePreview | undefined>;
  /** W of a service, the one that its known causes propose, and what would change with it. */
  calibrateWindow(options: {
    file: ServiceFile;
    at: number;
    past: boolean;
  }): Promise<CalibratedWindow>;
  /** Merged changes of a window; undefined where there is no such service. */
  readChanges(
    options: Omit<ChangesAsked, 'policy' | 'facts' | 'settings'>,
  ): Promise<ReadChanges | undefined>;
  /** What is around a deployment in its environment. */
  placeDeployment(options: {
    file: ServiceFile;
    deployment: DeploymentRecord;
    now: number;
  }): Promise<PlacedDeployment>;
}

/** What of the catalog routes read. */
export type CatalogReader = Pick<
  CatalogService,
  'getEntityByRef' | 'getEntitiesByRefs'
>;

/** What routes need; `plugin.ts` hands it in. */
export interface ApiContext {
  database: Knex;
  /** Ids of the sources that are on. */
  sources: readonly string[];
  /** What is looked up outside by configuration. */
  references: readonly ReferenceId[];
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  catalog: CatalogReader;
  userInfo: UserInfoService;
  attestation: AttestationSettings;
  /** For how long exemptions may be. */
  exemptions: Pick<ExemptionSettings, 'maxDays'>;
  past: PastReader;
  /** The policy in force. */
  policy: Pick<PolicyStore, 'current' | 'status'>;
  /** What gates decide by. */
  gates: GateSources;
  /** How all services stand. */
  organisation: Pick<OrganisationIndex, 'current'>;
  /** What debts cost, by the facts in seconds there are. */
  costs: DebtCosts;
  /** Told of each decision of a gate and of the milliseconds that it took. */
  onDecision?(decision: GateDecision, tookMs: number): void;
  /** Runs the asking of a gate, so that it can be traced, and gives what that gives. */
  traceGate?<T>(gate: string, ask: () => Promise<T>): Promise<T>;
  /** Has what was made due assessed at once. */
  wake(): void;
  /** Has backtests that wait run at once. */
  wakeBacktests(): void;
  /** Kinds that are services by configuration. */
  serviceKinds: readonly string[];
  /** How often the catalog is read, in words: `2 minutes`. */
  syncInterval: string;
  /** Epoch milliseconds; for tests. */
  now(): number;
  /** Whether an answer that the OpenAPI document does not allow becomes an error. */
  checkAnswers: boolean;
}
