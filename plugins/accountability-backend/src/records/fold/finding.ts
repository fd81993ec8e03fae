import {
  FindingRecord,
  RecordEvent,
} from 'backstage-plugin-accountability-common';
import { firstAt } from './firstAt';
import { foldBase } from './foldBase';
import { lastClosing } from './lastClosing';
import { lastGiven } from './lastGiven';

type FindingEvent = Extract<RecordEvent, { kind: 'finding' }>;

/** Folds a finding. Open again after it was fixed or dismissed makes it go on. */
export function foldFinding(events: readonly FindingEvent[]): FindingRecord {
  const closed = lastClosing(events, 'open', ['fixed', 'dismissed']);
  return {
    kind: 'finding',
    ...foldBase(events),
    state: closed?.state ?? 'open',
    startedAt: firstAt(events, 'open', closed?.at) ?? events[0].at,
    endedAt: closed?.at,
    severity: lastGiven(events, 'severity'),
    category: lastGiven(events, 'category'),
    rule: lastGiven(events, 'rule'),
    identifiers: lastGiven(events, 'identifiers'),
    package: lastGiven(events, 'package'),
    cvss: lastGiven(events, 'cvss'),
    knownExploited: lastGiven(events, 'knownExploited'),
    live: lastGiven(events, 'live'),
    dismissedAs:
      closed?.state === 'dismissed'
        ? lastGiven(events, 'dismissedAs')
        : undefined,
    series: lastGiven(events, 'series'),
  };
}
