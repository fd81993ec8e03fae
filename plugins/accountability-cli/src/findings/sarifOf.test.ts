import { z } from 'zod';
import { Finding } from './Finding';
import { sarifOf } from './sarifOf';

const message = z.strictObject({ text: z.string().min(1) });
const level = z.enum(['none', 'note', 'warning', 'error']);

/** What the schema of SARIF 2.1.0 wants of what is written here. */
const schema = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string(),
          informationUri: z.url(),
          rules: z.array(
            z.strictObject({
              id: z.string(),
              shortDescription: message,
              defaultConfiguration: z.strictObject({ level }),
              help: message.optional(),
            }),
          ),
        }),
      }),
      columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
      invocations: z.array(
        z.strictObject({
          executionSuccessful: z.boolean(),
          toolExecutionNotifications: z
            .array(z.strictObject({ level, message }))
            .optional(),
        }),
      ),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.int().min(0),
          level,
          message,
          locations: z
            .array(
              z.strictObject({
                physicalLocation: z
                  .strictObject({
                    artifactLocation: z.strictObject({
                      uri: z.string().regex(/^[^\s\\]+$/),
                    }),
                    region: z.strictObject({
                      startLine: z.int().min(1),
                      startColumn: z.int().min(1),
                    }),
                  })
                  .optional(),
                logicalLocations: z
                  .array(
                    z.strictObject({
                      fullyQualifiedName: z.string(),
                      kind: z.string(),
                    }),
                  )
                  .optional(),
              }),
            )
            .optional(),
          partialFingerprints: z.record(z.string(), z.string()).optional(),
          suppressions: z
            .array(
              z.strictObject({
                kind: z.enum(['inSource', 'external']),
                status: z.enum(['accepted', 'underReview', 'rejected']),
                justification: z.string(),
              }),
            )
            .optional(),
        }),
      ),
    }),
  ),
});

const placed: Finding = {
  rule: 'policy-fault',
  title: 'Policy compiles',
  level: 'error',
  message: 'unknown fact',
  place: { file: 'my policies/a.yaml', line: 3, column: 7 },
};
const ofService: Finding = {
  rule: 'ready/scanned',
  title: 'A scan',
  level: 'note',
  message: 'No scanner.',
  help: 'Connect one.',
  of: 'component:default/payments',
  excused: 'Exempt until then.',
};

const read = (...given: Parameters<typeof sarifOf>) =>
  schema.parse(JSON.parse(sarifOf(...given))).runs[0];

describe('sarifOf', () => {
  it('is a log as SARIF wants it, whatever was found', () => {
    const { results, tool } = read({
      findings: [placed, ofService, placed],
      file: 'catalog-info.yaml',
    });

    expect(tool.driver.rules.map(({ id }) => id)).toEqual([
      'policy-fault',
      'ready/scanned',
    ]);
    expect(results.map(({ ruleIndex }) => ruleIndex)).toEqual([0, 1, 0]);
    expect(results[1]).toMatchObject({
      message: { text: 'No scanner.\nConnect one.' },
      suppressions: [{ justification: 'Exempt until then.' }],
    });
    expect(tool.driver.rules[1].help).toEqual({ text: 'Connect one.' });
  });

  it.each([
    { given: placed, gives: 'my%20policies/a.yaml' },
    { given: ofService, gives: 'catalog-info.yaml' },
    {
      given: { ...placed, place: { file: '/tmp/a.yaml', line: 1, column: 1 } },
      gives: 'file:///tmp/a.yaml',
    },
  ])('has a place that a viewer finds: $gives', ({ given, gives }) => {
    const [{ locations }] = read({
      findings: [given],
      file: 'catalog-info.yaml',
    }).results;

    expect(locations?.[0].physicalLocation?.artifactLocation.uri).toBe(gives);
  });

  it('tells findings of one place apart by what they are of', () => {
    const other = { ...ofService, of: 'component:default/ledger' };
    const { results } = read({ findings: [ofService, other] });

    const prints = results.map(one => one.partialFingerprints);
    expect(prints[0]).not.toEqual(prints[1]);
  });

  it('says that a run came to nothing', () => {
    const { invocations, results } = read({ findings: [], trouble: 'Out.' });

    expect(results).toEqual([]);
    expect(invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          { level: 'error', message: { text: 'Out.' } },
        ],
      },
    ]);
  });
});
