/**
 * What can happen to a service: a deployment, an incident, a change (merged
 * pull request), a build (one attempt of a pipeline job or run), an alert,
 * a finding (security finding), a report (what CI uploaded about a commit).
 */
export const recordKinds = [
  'deployment',
  'incident',
  'change',
  'build',
  'alert',
  'finding',
  'report',
] as const;

/** One of the seven kinds of record. */
export type RecordKind = (typeof recordKinds)[number];
