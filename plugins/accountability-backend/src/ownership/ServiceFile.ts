import {
  OwnerSpan,
  ServiceSummary,
} from 'backstage-plugin-accountability-common';

/** What the ownership room knows of one service. */
export interface ServiceFile {
  summary: ServiceSummary;
  /** Oldest first; times without an owner are in no span. */
  spans: OwnerSpan[];
  /** Sorted. */
  subjects: string[];
  /** The entity as the catalog has it, for applicability rules. */
  entity: Record<string, unknown>;
  /** W of this service, milliseconds; absent where it has none of its own. */
  attributionWindowMs?: number;
  /** When it went from the catalog; absent while it is there. */
  removedAt?: number;
}
