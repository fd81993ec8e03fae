import {
  RecordEvent,
  ReportRecord,
} from 'backstage-plugin-accountability-common';
import { foldBase } from './foldBase';
import { lastGiven } from './lastGiven';

type ReportEvent = Extract<RecordEvent, { kind: 'report' }>;

/** Folds a report: it began and ended when it was first uploaded. */
export function foldReport(events: readonly ReportEvent[]): ReportRecord {
  const billed = events.findLast(({ bill }) => bill !== undefined);
  return {
    kind: 'report',
    ...foldBase(events),
    state: 'uploaded',
    startedAt: events[0].at,
    endedAt: events[0].at,
    format: events[events.length - 1].format,
    tool: lastGiven(events, 'tool'),
    sha: lastGiven(events, 'sha'),
    branch: lastGiven(events, 'branch'),
    defaultBranch: lastGiven(events, 'defaultBranch'),
    series: lastGiven(events, 'series'),
    uploads: [...new Set(events.map(({ at }) => at))],
    measures: lastGiven(events, 'measures'),
    bill: billed?.bill,
    tellsDirect: billed?.tellsDirect,
  };
}
