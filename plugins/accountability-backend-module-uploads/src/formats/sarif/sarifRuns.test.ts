import { collectUpload } from '../../__testUtils__/collectUpload';
import { eventsOf } from '../../__testUtils__/eventsOf';
import { UploadParameters } from '../../testUtils';
import {
  injection,
  runWith,
  sarifLogWith,
} from '../../testUtils/examples/sarifLogWith';

const upload = (runs: object[], parameters?: UploadParameters) =>
  collectUpload('sarif', sarifLogWith(...runs), parameters);

const results = (count: number, level = 'note') =>
  Array.from({ length: count }, (_, index) => ({
    ruleId: 'r',
    level,
    locations: [
      { physicalLocation: { artifactLocation: { uri: `${level}/${index}` } } },
    ],
  }));
const plainTool = {
  tool: {
    driver: {
      name: 'scanner',
      rules: [{ id: 'r', properties: { tags: ['security'] } }],
    },
  },
};

describe('a run of SARIF', () => {
  it.each([
    { given: 'that ended well', run: runWith([]), closes: true },
    {
      given: 'that says nothing of its end',
      run: runWith([], { invocations: undefined }),
      closes: true,
    },
    {
      given: 'that ended badly',
      run: runWith([injection], {
        invocations: [{ executionSuccessful: false }],
      }),
      closes: false,
    },
    {
      given: 'one of whose parts ended badly',
      run: runWith([], {
        invocations: [
          { executionSuccessful: true },
          { executionSuccessful: false },
        ],
      }),
      closes: false,
    },
    {
      given: 'without a list of results',
      run: runWith(undefined),
      closes: false,
    },
    {
      given: 'whose list of results is null',
      run: runWith(null),
      closes: false,
    },
  ])('$given closes what it does not name: $closes', ({ run, closes }) => {
    const { reports } = eventsOf(upload([run]));

    expect(reports[0].series !== undefined).toBe(closes);
    expect(reports[0].measures?.failed_runs).toBe(closes ? 0 : 1);
    expect(reports[0].measures?.findings !== undefined).toBe(closes);
  });

  it('that ended badly still names what it found', () => {
    const failed = { invocations: [{ executionSuccessful: false }] };
    const { findings } = eventsOf(upload([runWith([injection], failed)]));

    expect(findings).toMatchObject([{ state: 'open' }]);
    expect(findings[0].series).toBeDefined();
  });

  it.each([
    {
      given: 'one tool',
      runs: [runWith([injection]), runWith([])],
      reports: 1,
    },
    {
      given: 'two tools',
      runs: [runWith([]), { ...plainTool, results: [] }],
      reports: 2,
    },
    {
      given: 'one tool, two languages',
      runs: ['js/1', 'py/1'].map(id =>
        runWith([], { automationDetails: { id } }),
      ),
      reports: 2,
    },
  ])('beside another of $given gives $reports reports', ({ runs, reports }) => {
    const events = eventsOf(upload(runs));

    expect(events.reports).toHaveLength(reports);
    expect(new Set(events.reports.map(({ series }) => series)).size).toBe(
      reports,
    );
  });

  it('beside another of its tool is one report where the caller names the category', () => {
    const runs = ['js/1', 'py/1'].map(id =>
      runWith([], { automationDetails: { id } }),
    );

    expect(eventsOf(upload(runs, { category: 'all' })).reports).toHaveLength(1);
  });

  it.each([
    { given: 'a run', id: 'codeql/js/2026-11-20', gives: 'CodeQL (codeql/js)' },
    {
      given: 'a category alone',
      id: 'codeql/js/',
      gives: 'CodeQL (codeql/js)',
    },
    { given: 'no category', id: 'nightly', gives: 'CodeQL' },
  ])('has the category of an id with $given', ({ id, gives }) => {
    const { reports } = eventsOf(
      upload([runWith([], { automationDetails: { id } })]),
    );

    expect(reports[0].title).toBe(gives);
  });

  it.each([
    {
      given: 'of the commit',
      revisions: ['2f1c9e4b7a60a1b2c3d4'],
      gives: 'accepted',
    },
    {
      given: 'of the commit and its rules',
      revisions: ['ffff', '2F1C9E4B7A60'],
      gives: 'accepted',
    },
    {
      given: 'of another commit',
      revisions: ['3a2d0f5c8b71'],
      gives: 'rejected',
    },
  ])('$given is $gives', ({ revisions, gives }) => {
    const versionControlProvenance = revisions.map(revisionId => ({
      revisionId,
    }));

    const collected = upload([runWith([], { versionControlProvenance })]);

    expect(collected.status).toBe(gives);
  });
});

describe('a file of SARIF', () => {
  it.each([
    {
      given: 'no run',
      body: { version: '2.1.0', runs: [] },
      gives: { status: 'ignored' },
    },
    {
      given: 'no runs',
      body: { version: '2.1.0' },
      gives: { status: 'ignored' },
    },
    {
      given: 'an old version',
      body: { version: '2.0.0', runs: [] },
      gives: {
        status: 'rejected',
        because: expect.stringContaining('write 2.1.0'),
      },
    },
    { given: 'no version', body: { runs: [] }, gives: { status: 'rejected' } },
    {
      given: 'a tool without a name',
      body: sarifLogWith({ tool: { driver: { name: ' ' } }, results: [] }),
      gives: {
        status: 'rejected',
        because: expect.stringContaining('driver.name'),
      },
    },
    {
      given: 'results that are no list',
      body: sarifLogWith(runWith(42)),
      gives: { status: 'rejected' },
    },
    { given: 'a list', body: [], gives: { status: 'rejected' } },
    {
      given: 'too many runs',
      body: sarifLogWith(...Array(21).fill(runWith([]))),
      gives: { status: 'rejected', tooLarge: true },
    },
    {
      given: 'too many results',
      body: sarifLogWith({ ...plainTool, results: results(25_001) }),
      gives: {
        status: 'rejected',
        tooLarge: true,
        because: expect.stringContaining('25001 results'),
      },
    },
  ])('with $given is $gives.status', ({ body, gives }) => {
    expect(collectUpload('sarif', body)).toMatchObject(gives);
  });

  it('with more findings than are kept keeps the gravest, counts the others and closes nothing', () => {
    const { reports, findings } = eventsOf(
      upload([
        { ...plainTool, results: [...results(5000), ...results(3, 'error')] },
        { tool: { driver: { name: 'small' } }, results: [] },
      ]),
    );

    expect(findings).toHaveLength(5000);
    expect(findings.filter(({ severity }) => severity === 'high')).toHaveLength(
      3,
    );
    expect(reports[0].series).toBeUndefined();
    expect(reports[0].measures).toMatchObject({
      findings: 5003,
      findings_left_out: 3,
    });
    expect(reports[1].series).toBeDefined();
  });
});
