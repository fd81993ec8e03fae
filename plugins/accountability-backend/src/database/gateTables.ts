import { DbInstant } from './DbInstant';

export interface GateDecisionRow {
  id: string;
  entity_ref: string;
  gate: string;
  at: DbInstant;
  outcome: string;
  point: string;
  broken_glass: boolean | number;
  by_ref: string | null;
  document: string;
}

export interface DecisionKeyRow {
  gate: string;
  idempotency_key: string;
  decision_id: string;
  question: string;
  key_until: DbInstant;
}

export interface DecisionReviewRow {
  decision_id: string;
  at: DbInstant;
  by_ref: string;
  remarks: string;
}
