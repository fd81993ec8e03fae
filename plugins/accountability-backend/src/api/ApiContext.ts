import {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { MeasuredEvidence, PastAssessment } from '../assessment';

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
}

/** What routes need; `plugin.ts` hands it in. */
export interface ApiContext {
  database: Knex;
  /** Ids of the sources that are on. */
  sources: readonly string[];
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  catalog: CatalogService;
  past: PastReader;
  /** Kinds that are services by configuration. */
  serviceKinds: readonly string[];
  /** How often the catalog is read, in words: `2 minutes`. */
  syncInterval: string;
  /** Epoch milliseconds; for tests. */
  now(): number;
  /** Whether an answer that the OpenAPI document does not allow becomes an error. */
  checkAnswers: boolean;
}
