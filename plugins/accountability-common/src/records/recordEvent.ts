import { z } from 'zod';
import { changeEventSchema } from './changeEvent';
import { eventFields } from './eventFields';
import { instant } from './instant';

const { base, name, text } = eventFields;

/** OpenTelemetry `cicd.pipeline.result`: how a run ended. */
export const runResults = [
  'success',
  'failure',
  'error',
  'timeout',
  'cancellation',
  'skip',
] as const;

/** How a build or deployment ended, in OpenTelemetry's words. */
export type RunResult = (typeof runResults)[number];

/** Id shared by everything that one thing set off (CDEvents `chainId`). */
const chain = text(200).optional();

const deployment = z.strictObject({
  ...base,
  kind: z.literal('deployment'),
  /** `superseded`: another deployment took its place (GitHub `inactive`); never a failure. */
  state: z.enum(['pending', 'executing', 'finished', 'superseded']),
  result: z.enum(runResults).optional(),
  /** OpenTelemetry `deployment.environment.name`; only `production` counts as production, absent is unknown. */
  environment: name(200).optional(),
  version: text(200).optional(),
  sha: text(64).optional(),
  artifact: text(500).optional(),
  /** That it goes back to something earlier, where the source says so. */
  rollback: z.boolean().optional(),
  chain,
});

const cause = z.strictObject({
  /** Who says so: a person (rung explicit) or a machine (rung linked). */
  by: z.enum(['person', 'machine']),
  record: text(300).optional(),
  sha: text(64).optional(),
  version: text(200).optional(),
  artifact: text(500).optional(),
});

/** A step of answering an incident. */
const response = z.strictObject({
  /** `paged`: somebody was called; `escalated`: others were, too; `acknowledged`: somebody is at it. */
  step: z.enum(['paged', 'escalated', 'acknowledged']),
  /** The source's own name of the rota it was with: `pagerduty:escalation-policy:P123`. Never a person. */
  team: name(300).optional(),
});

const incident = z.strictObject({
  ...base,
  kind: z.literal('incident'),
  /** `updated` carries attributes only and moves no state. */
  state: z.enum([
    'triggered',
    'acknowledged',
    'reopened',
    'resolved',
    'updated',
  ]),
  /** When the source says it was opened, where that differs from `at`. */
  openedAt: instant.optional(),
  /** When users began to feel it, where known. */
  impactStart: instant.optional(),
  severity: text(50).optional(),
  /** Merged into another incident: it does not count on its own. */
  mergedInto: text(300).optional(),
  cause: cause.optional(),
  /** What noticed it first: a monitor, or a person; never who. */
  detectedBy: z.enum(['monitor', 'person']).optional(),
  response: response.optional(),
  chain,
});

const build = z.strictObject({
  ...base,
  kind: z.literal('build'),
  /** `waiting`: for a person's approval, which is no wait for a runner. */
  state: z.enum(['pending', 'waiting', 'executing', 'finished']),
  result: z.enum(runResults).optional(),
  /** A whole pipeline run, or one of its jobs; absent where the sender tells of one only. */
  unit: z.enum(['run', 'job']).optional(),
  /** Record id of the run that a job belongs to. */
  run: text(300).optional(),
  /** Kind of runner: its label. */
  runner: text(200).optional(),
  pipeline: text(300).optional(),
  sha: text(64).optional(),
  branch: text(300).optional(),
  defaultBranch: z.boolean().optional(),
  attempt: z.int().min(1).optional(),
});

const alert = z.strictObject({
  ...base,
  kind: z.literal('alert'),
  state: z.enum(['firing', 'acknowledged', 'resolved']),
  severity: text(50).optional(),
  /** Record id of the incident it led to. */
  incident: text(300).optional(),
  /** When people were told of it, by senders that tell each time apart. */
  notifiedAt: instant.optional(),
  /** What ended it: it went away by itself, or a person closed it; never who. */
  resolvedBy: z.enum(['system', 'person']).optional(),
  /** What was said of its use afterwards, by a person or a source. */
  label: z.enum(['actionable', 'noise']).optional(),
  /** That nobody was told, since it was silenced. */
  silenced: z.boolean().optional(),
});

const finding = z.strictObject({
  ...base,
  kind: z.literal('finding'),
  state: z.enum(['open', 'fixed', 'dismissed']),
  severity: z.enum(['critical', 'high', 'medium', 'low']).optional(),
  category: z.enum(['code', 'dependency', 'secret']).optional(),
  rule: text(300).optional(),
  /** Names others know it by: CVE-2026-1234, GHSA-…, CWE-79. */
  identifiers: z.array(text(100)).max(20).optional(),
  /** Package url of the dependency it is in. */
  package: text(500).optional(),
  /** CVSS base score, 0 to 10. */
  cvss: z.number().min(0).max(10).optional(),
  knownExploited: z.boolean().optional(),
  /** Whether a leaked secret still works; absent is unknown. */
  live: z.boolean().optional(),
  /** Why it was dismissed, in the source's word. */
  dismissedAs: text(100).optional(),
  /** Series of reports that name it for as long as it is there. */
  series: name(300).optional(),
});

/** Forms of what CI uploads about a commit. */
export const reportFormats = [
  'sarif',
  'cyclonedx',
  'spdx',
  'junit',
  'coverage',
  'git-ai',
  'agent-trace',
  'slo',
  'instrumentation',
] as const;

/** Most components that a bill keeps. */
export const mostComponents = 20_000;

const report = z.strictObject({
  ...base,
  kind: z.literal('report'),
  state: z.literal('uploaded'),
  format: z.enum(reportFormats),
  /** What made it: a scanner, a test runner. */
  tool: text(200).optional(),
  sha: text(64).optional(),
  branch: text(300).optional(),
  defaultBranch: z.boolean().optional(),
  /** Reports of one series replace each other: a finding of the series that a later one does not name is fixed. */
  series: name(300).optional(),
  /** What it counts: `tests`, `failures`, `lines_covered`. */
  measures: z.record(name(100), z.number()).optional(),
  /** Of a bill of materials: what is built in, each as a package url with its version; `direct` is what is asked for itself. */
  components: z
    .array(
      z.strictObject({ purl: name(500), direct: z.literal(true).optional() }),
    )
    .max(mostComponents)
    .optional(),
  /** Whether the bill tells direct dependencies from the rest. */
  tellsDirect: z.boolean().optional(),
  /** Digest of the components, in the place of which records keep it. */
  bill: text(64).optional(),
});

/** Everything that happened once to one record, as a collector yields it and as the generic source accepts it. */
export const recordEventSchema = z.discriminatedUnion('kind', [
  deployment,
  incident,
  changeEventSchema,
  build,
  alert,
  finding,
  report,
]);

/** A record event as its sender writes it: instants are ISO 8601 texts. */
export type RecordEventInput = z.input<typeof recordEventSchema>;

/** A record event as read: instants are epoch milliseconds. */
export type RecordEvent = z.output<typeof recordEventSchema>;

/** What an incident says of its own cause. */
export type CauseClaim = z.output<typeof cause>;
