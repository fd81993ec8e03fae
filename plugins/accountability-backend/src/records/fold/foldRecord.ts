import {
  RecordEvent,
  RecordKind,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { foldAlert } from './alert';
import { foldBuild } from './build';
import { foldChange } from './change';
import { foldDeployment } from './deployment';
import { foldFinding } from './finding';
import { foldIncident } from './incident';
import { foldReport } from './report';
import { sortEvents } from './sortEvents';

/**
 * The record that events about it fold to; undefined for no events.
 * Depends on the set of events alone: not on their order, duplicates or the
 * deliveries they came in. Where events of several kinds share a record id,
 * the earliest decides the kind and the others are left out.
 */
export function foldRecord(
  events: readonly RecordEvent[],
): ServiceRecord | undefined {
  const sorted = sortEvents(events);
  switch (sorted[0]?.kind) {
    case 'deployment':
      return foldDeployment(ofKind(sorted, 'deployment'));
    case 'incident':
      return foldIncident(ofKind(sorted, 'incident'));
    case 'change':
      return foldChange(ofKind(sorted, 'change'));
    case 'build':
      return foldBuild(ofKind(sorted, 'build'));
    case 'alert':
      return foldAlert(ofKind(sorted, 'alert'));
    case 'finding':
      return foldFinding(ofKind(sorted, 'finding'));
    case 'report':
      return foldReport(ofKind(sorted, 'report'));
    default:
      return undefined;
  }
}

function ofKind<TKind extends RecordKind>(
  events: readonly RecordEvent[],
  kind: TKind,
): Extract<RecordEvent, { kind: TKind }>[] {
  return events.filter(
    (event): event is Extract<RecordEvent, { kind: TKind }> =>
      event.kind === kind,
  );
}
