import { collectUpload } from '../../__testUtils__/collectUpload';
import { eventsOf } from '../../__testUtils__/eventsOf';
import { gitAiNote, trace } from '../../testUtils/examples/provenanceExamples';

const measure = (source: string, body: unknown) =>
  eventsOf(collectUpload(source, body)).reports[0].measures;

const noteOf = (attested: string, metadata: object = {}) =>
  `${attested}---\n${JSON.stringify({
    schema_version: 'authorship/3.0.0',
    base_commit_sha: '7734793b756b',
    prompts: {},
    ...metadata,
  })}`;
const key = 's_c9883b05a2487d::t_9f8e7d6c5b4a32';

describe('a note of git-ai', () => {
  it('counts the lines of machines and people, and a line of both as mixed', () => {
    expect(measure('git-ai', gitAiNote)).toEqual({
      machine_lines: 9 + 1 + 5,
      human_lines: 2,
      mixed_lines: 1,
      files: 2,
      tools: 2,
    });
  });

  it.each([
    {
      given: 'no lines',
      note: noteOf(''),
      gives: { machine_lines: 0, files: 0 },
    },
    {
      given: 'a line twice',
      note: noteOf(`a\n  ${key} 1-5\n  ${key} 5,6\n`),
      gives: { machine_lines: 6 },
    },
    {
      given: 'a file twice',
      note: noteOf(`a\n  ${key} 1\nb\n  ${key} 1\na\n  ${key} 2\n`),
      gives: { machine_lines: 3, files: 2 },
    },
    {
      given: 'an old short key',
      note: noteOf('a\n  abcd123 7\n'),
      gives: { machine_lines: 1 },
    },
    {
      given: 'a person with a trace',
      note: noteOf('a\n  h_31dce776f88375::t_1 7\n'),
      gives: { human_lines: 1 },
    },
    {
      given: 'the ends of lines of Windows',
      note: noteOf(`a\n  ${key} 1-2\n`).replace(/\n/g, '\r\n'),
      gives: { machine_lines: 2 },
    },
    {
      given: 'a very long range',
      note: noteOf(`a\n  ${key} 1-10000000\n`),
      gives: { machine_lines: 10_000_000 },
    },
  ])('with $given gives $gives', ({ note, gives }) => {
    expect(measure('git-ai', note)).toMatchObject(gives);
  });

  it.each([
    {
      given: 'another schema',
      note: noteOf('', { schema_version: 'authorship/4.0.0' }),
      says: /authorship\/3\.0\.0 is/,
    },
    {
      given: 'no divider',
      note: '{"schema_version":"authorship/3.0.0"}',
      says: /git notes --ref=ai/,
    },
    { given: 'no metadata', note: 'a\n  k 1\n---\n', says: /not JSON/ },
    { given: 'lines of no file', note: noteOf('  k 1\n'), says: /Line 1 / },
    {
      given: 'a range backwards',
      note: noteOf('a\n  k 5-1\n'),
      says: /Line 2 /,
    },
    {
      given: 'a range from zero',
      note: noteOf('a\n  k 0-1\n'),
      says: /Line 2 /,
    },
    {
      given: 'a range beyond any file',
      note: noteOf('a\n  k 1-99999999999\n'),
      says: /Line 2 /,
    },
    { given: 'no range', note: noteOf('a\n  k\n'), says: /Line 2 / },
    {
      given: 'words for a range',
      note: noteOf('a\n  k all\n'),
      says: /Line 2 /,
    },
    {
      given: 'a range of three',
      note: noteOf('a\n  k 1-2-3\n'),
      says: /Line 2 /,
    },
  ])('with $given is refused', ({ note, says }) => {
    expect(collectUpload('git-ai', note)).toMatchObject({
      status: 'rejected',
      because: expect.stringMatching(says),
    });
  });
});

describe('a record of Agent Trace', () => {
  const counts = {
    machine_lines: 8,
    human_lines: 2,
    mixed_lines: 2 + 5,
    unknown_lines: 1,
    files: 1,
  };

  it.each([
    { given: 'alone', body: trace, gives: { ...counts, tools: 1, records: 1 } },
    {
      given: 'in a list, twice',
      body: [trace, trace],
      gives: { ...counts, tools: 1, records: 2 },
    },
    {
      given: 'on a line, with another tool',
      body: `${JSON.stringify(trace)}\n${JSON.stringify({
        ...trace,
        tool: { name: 'claude' },
      })}\n`,
      gives: { ...counts, tools: 2, records: 2 },
    },
    {
      given: 'of one on a single line',
      body: `${JSON.stringify(trace)}\n`,
      gives: { ...counts, tools: 1, records: 1 },
    },
  ])('$given counts lines by who wrote them', ({ body, gives }) => {
    expect(measure('agent-trace', body)).toEqual(gives);
  });

  it('is of the time of the latest record', () => {
    const later = { ...trace, timestamp: '2026-11-21T10:00:00Z' };
    const { reports } = eventsOf(collectUpload('agent-trace', [later, trace]));

    expect(reports[0].at).toBe(Date.parse('2026-11-21T10:00:00Z'));
  });

  it.each([
    {
      given: 'of the commit',
      vcs: { type: 'git', revision: '2F1C9E4B7A60A1' },
      gives: 'accepted',
    },
    {
      given: 'of a short name of it',
      vcs: { type: 'git', revision: '2f1c9e4' },
      gives: 'accepted',
    },
    {
      given: 'of another commit',
      vcs: { type: 'git', revision: '3a2d0f5c8b71' },
      gives: 'rejected',
    },
    {
      given: 'of no commit',
      vcs: { type: 'git', revision: '' },
      gives: 'rejected',
    },
    {
      given: 'of a change that is no commit',
      vcs: { type: 'jj', revision: 'kkmpptxz' },
      gives: 'accepted',
    },
    { given: 'of nothing', vcs: undefined, gives: 'accepted' },
  ])('$given is $gives', ({ vcs, gives }) => {
    expect(
      collectUpload('agent-trace', [trace, { ...trace, vcs }]).status,
    ).toBe(gives);
  });

  it.each([
    { given: 'no record', body: [], gives: { status: 'ignored' } },
    {
      given: 'another version',
      body: { ...trace, version: '1.0.0' },
      gives: { status: 'rejected', because: expect.stringContaining('0.1.0') },
    },
    {
      given: 'a range backwards',
      body: {
        ...trace,
        files: [
          {
            path: 'a',
            conversations: [{ ranges: [{ start_line: 5, end_line: 1 }] }],
          },
        ],
      },
      gives: { status: 'rejected', because: expect.stringContaining('range') },
    },
    {
      given: 'a line that is no JSON',
      body: `${JSON.stringify(trace)}\nhello\n`,
      gives: {
        status: 'rejected',
        because: expect.stringContaining('Record 2'),
      },
    },
    { given: 'no JSON at all', body: 'hello', gives: { status: 'rejected' } },
  ])('with $given is $gives.status', ({ body, gives }) => {
    expect(collectUpload('agent-trace', body)).toMatchObject(gives);
  });
});
