import {
  ChangeRecord,
  RecordEvent,
} from 'backstage-plugin-accountability-common';
import { firstAt } from './firstAt';
import { foldBase } from './foldBase';
import { lastClosing } from './lastClosing';
import { lastGiven } from './lastGiven';

type ChangeEvent = Extract<RecordEvent, { kind: 'change' }>;

/** Folds a change. Merged is final; closed is not, since a closed one can be opened again. */
export function foldChange(events: readonly ChangeEvent[]): ChangeRecord {
  const merged = events.find(event => event.state === 'merged');
  const end = merged ?? lastClosing(events, 'opened', ['closed']);
  return {
    kind: 'change',
    ...foldBase(events),
    state: end?.state ?? 'opened',
    startedAt: firstAt(events, 'opened', end?.at) ?? events[0].at,
    endedAt: end?.at,
    sha: lastGiven(events, 'sha'),
    additions: lastGiven(events, 'additions'),
    deletions: lastGiven(events, 'deletions'),
    approvals: lastGiven(events, 'approvals'),
    machineWritten: lastGiven(events, 'machineWritten'),
    reverts: lastGiven(events, 'reverts'),
  };
}
