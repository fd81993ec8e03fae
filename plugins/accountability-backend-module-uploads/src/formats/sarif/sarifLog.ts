import { z } from 'zod';
import { lenient } from '../../bodies/lenient';
import { lenientList } from '../../bodies/lists';

/** Longer ids and paths are none, and would be looked at once for each result. */
const short = lenient(z.string().max(2000));

const text = lenient(z.object({ text: lenient(z.string()) }));

/** A text in GitHub's extension of SARIF, a number with some tools. */
const score = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d+(\.\d+)?$/)
      .transform(Number),
  ])
  .refine(given => given >= 0 && given <= 10);

const properties = lenient(
  z.object({
    'security-severity': lenient(score),
    tags: lenientList(
      z.string().transform(tag => tag.slice(0, 100)),
      20,
    ),
    purls: lenientList(z.string(), 1),
  }),
);

const level = lenient(z.enum(['error', 'warning', 'note', 'none']));

const rule = z.object({
  id: short,
  name: short,
  shortDescription: text,
  helpUri: lenient(z.string()),
  defaultConfiguration: lenient(z.object({ level })),
  properties,
});

const component = z.object({ rules: lenientList(rule, 25_000) });

const artifactLocation = lenient(
  z.object({
    uri: short,
    uriBaseId: short,
    index: lenient(z.int().min(0)),
  }),
);

const location = z.object({
  physicalLocation: lenient(
    z.object({
      artifactLocation,
      region: lenient(
        z.object({
          startLine: lenient(z.number()),
          startColumn: lenient(z.number()),
          snippet: text,
        }),
      ),
    }),
  ),
});

const suppression = z.object({
  kind: lenient(z.string()),
  status: lenient(z.string()),
});

const fingerprints = lenient(z.record(z.string(), z.string()));

/** What is read of a result. None of it is worth an upload, but that it is one. */
export const sarifResult = z.object({
  ruleId: short,
  ruleIndex: lenient(z.int().min(0)),
  rule: lenient(
    z.object({
      id: short,
      index: lenient(z.int().min(0)),
      toolComponent: lenient(z.object({ index: lenient(z.int().min(0)) })),
    }),
  ),
  kind: lenient(z.string()),
  level,
  locations: lenientList(location, 1),
  fingerprints,
  partialFingerprints: fingerprints,
  suppressions: lenientList(suppression, 100),
  baselineState: lenient(z.string()),
  hostedViewerUri: lenient(z.string()),
  properties,
});

/** What is read of a run; its results one by one, once it is known that they are not too many. */
export const sarifRun = z.object({
  tool: z.object({
    driver: component.extend({ name: z.string().trim().min(1) }),
    extensions: lenientList(component, 100),
  }),
  automationDetails: lenient(z.object({ id: short })),
  invocations: lenient(
    z.array(
      z.object({
        executionSuccessful: lenient(z.boolean()),
        startTimeUtc: lenient(z.string()),
        endTimeUtc: lenient(z.string()),
        workingDirectory: artifactLocation,
      }),
    ),
  ),
  versionControlProvenance: lenientList(
    z.object({ revisionId: lenient(z.string()) }),
    100,
  ),
  originalUriBaseIds: lenient(z.record(z.string(), artifactLocation)),
  artifacts: lenientList(z.object({ location: artifactLocation }), 200_000),
  results: z.array(z.unknown()).nullish(),
});

/** What is read of SARIF 2.1.0; its runs one by one, once it is known that they are not too many. */
export const sarifLog = z.object({
  version: z.string(),
  runs: z.array(z.unknown()).nullish(),
});

/** One tool's run, without its results. */
export type SarifRun = Omit<z.output<typeof sarifRun>, 'results'>;
/** One result of a run. */
export type SarifResult = z.output<typeof sarifResult>;
/** What a rule says of its results. */
export type SarifRule = z.output<typeof rule>;
