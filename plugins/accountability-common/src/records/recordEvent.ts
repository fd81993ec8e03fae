import { z } from 'zod';
import { instant } from './instant';

const text = (max: number) => z.string().trim().min(1).max(max);

/** A name that rows are found by: no database takes every character in a key. */
const name = (max: number) =>
  text(max).regex(
    /^[^\p{Cc}\p{Cs}]*$/u,
    'must not hold control characters or halves of a surrogate pair',
  );

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

const base = {
  /** Id of the record, the same in every event about it, led by its source: `github:deployment:acme/payments:42`. */
  record: name(300),
  /** The source's own name of what it happened to: `github:acme/payments`. Never an entity ref. */
  subject: name(300),
  /** When it happened, by the source's clock. */
  at: instant,
  title: text(500).optional(),
  url: z.url().max(2000).optional(),
};

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
});

const cause = z.strictObject({
  /** Who says so: a person (rung explicit) or a machine (rung linked). */
  by: z.enum(['person', 'machine']),
  record: text(300).optional(),
  sha: text(64).optional(),
  version: text(200).optional(),
  artifact: text(500).optional(),
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
});

const change = z.strictObject({
  ...base,
  kind: z.literal('change'),
  state: z.enum(['opened', 'merged', 'closed']),
  sha: text(64).optional(),
  additions: z.int().min(0).optional(),
  deletions: z.int().min(0).optional(),
  /** Approvals by people other than the author; absent is unknown. */
  approvals: z.int().min(0).optional(),
  /** How the change is marked as machine-written; absent is "no marker", not "human". */
  machineWritten: z.enum(['attested', 'declared', 'inferred']).optional(),
  /** Record id or SHA that this change undoes. */
  reverts: text(300).optional(),
});

const build = z.strictObject({
  ...base,
  kind: z.literal('build'),
  state: z.enum(['pending', 'executing', 'finished']),
  result: z.enum(runResults).optional(),
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
});

const finding = z.strictObject({
  ...base,
  kind: z.literal('finding'),
  state: z.enum(['open', 'fixed', 'dismissed']),
  severity: z.enum(['critical', 'high', 'medium', 'low']).optional(),
  rule: text(300).optional(),
  knownExploited: z.boolean().optional(),
});

/** Everything that happened once to one record, as a collector yields it and as the generic source accepts it. */
export const recordEventSchema = z.discriminatedUnion('kind', [
  deployment,
  incident,
  change,
  build,
  alert,
  finding,
]);

/** A record event as its sender writes it: instants are ISO 8601 texts. */
export type RecordEventInput = z.input<typeof recordEventSchema>;

/** A record event as read: instants are epoch milliseconds. */
export type RecordEvent = z.output<typeof recordEventSchema>;

/** What an incident says of its own cause. */
export type CauseClaim = z.output<typeof cause>;
