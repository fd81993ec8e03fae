import { RecordsByKind } from './facts/defineFact';

/** Lists of each kind, all empty. */
export function emptyRecords(): RecordsByKind {
  return {
    deployment: [],
    incident: [],
    change: [],
    build: [],
    alert: [],
    finding: [],
    report: [],
  };
}
