import { AskedMode } from './modes';

/** A fault found while loading policy, at its place in the file. */
export interface PolicyFault {
  file: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** What is wrong and what to do about it. */
  message: string;
}

/** One rule of a document, and whether it is in force. */
export interface PolicyRuleStatus {
  id: string;
  title?: string;
  mode?: AskedMode | 'off';
  /** `kept`: this revision of it is at fault, and the last good one stays in force. */
  state: 'active' | 'kept' | 'refused';
  faults: PolicyFault[];
}

/** One scorecard or gate as it was loaded. */
export interface PolicyDocumentStatus {
  file: string;
  kind: string;
  name?: string;
  title?: string;
  owner?: string;
  /** `scheduled`: in force from a later instant. */
  state: 'active' | 'draft' | 'scheduled' | 'kept' | 'refused';
  effectiveFrom?: number;
  rules: PolicyRuleStatus[];
  /** Faults of its head. */
  faults: PolicyFault[];
}

/** A place that policy is read from. */
export interface PolicySourceStatus {
  /** Path or address, without credentials. */
  location: string;
  state: 'read' | 'unchanged' | 'failed' | 'pending';
  /** Why it could not be read, and what to do. */
  because?: string;
  readAt?: number;
  files: number;
}

/** `GET /policy` */
export interface PolicyStatusResponse {
  asOf: number;
  /** Digest of the policy in force. */
  digest: string;
  inForceSince?: number;
  sources: PolicySourceStatus[];
  documents: PolicyDocumentStatus[];
  /** Services that are still judged by an earlier policy. */
  behind: number;
}
