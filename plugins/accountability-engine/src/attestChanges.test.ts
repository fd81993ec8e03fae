import { makerOf, ReportRecord } from 'backstage-plugin-accountability-common';
import { attestChanges } from './attestChanges';
import { ago, merged } from './testing';

const [merge, head, elsewhere] = ['a', 'b', 'c'].map(one => one.repeat(40));
const note = (given: Partial<ReportRecord> = {}): ReportRecord => ({
  kind: 'report',
  id: 'upload:git-ai:1',
  subject: 'test:acme/payments',
  startedAt: ago(3, 'd'),
  endedAt: ago(3, 'd'),
  state: 'uploaded',
  format: 'git-ai',
  tool: 'git-ai',
  sha: merge,
  uploads: [ago(3, 'd')],
  measures: { machine_lines: 30, human_lines: 10, mixed_lines: 0 },
  ...given,
});
const change = merged('c', { sha: merge, headSha: head });

describe('a change', () => {
  it.each([
    { given: 'the commit of its merge', report: note(), gives: 'machine' },
    {
      given: 'its last commit',
      report: note({ sha: head }),
      gives: 'machine',
    },
    {
      given: 'its commit cut short, in upper case',
      report: note({ sha: merge.slice(0, 9).toUpperCase() }),
      gives: 'machine',
    },
    {
      given: 'its commit, by Agent Trace',
      report: note({ format: 'agent-trace' }),
      gives: 'machine',
    },
    {
      given: 'its commit, with lines of both',
      report: note({ measures: { machine_lines: 0, mixed_lines: 2 } }),
      gives: 'machine',
    },
    {
      given: 'its commit, with lines of people alone',
      report: note({ measures: { machine_lines: 0, human_lines: 40 } }),
      gives: 'rest',
    },
    {
      given: 'its commit, without measures',
      report: note({ measures: undefined }),
      gives: 'rest',
    },
    {
      given: 'another commit',
      report: note({ sha: elsewhere }),
      gives: 'rest',
    },
    {
      given: 'another commit that begins alike',
      report: note({ sha: `${merge.slice(0, 20)}${'0'.repeat(20)}` }),
      gives: 'rest',
    },
    { given: 'no commit', report: note({ sha: undefined }), gives: 'rest' },
    {
      given: 'its commit, of another format',
      report: note({ format: 'sarif' }),
      gives: 'rest',
    },
  ])('of which a report tells of $given is of: $gives', given => {
    const [told] = attestChanges([change], [given.report]);

    expect(makerOf(told)).toBe(given.gives);
  });

  it('without a commit is attested by none', () => {
    const bare = merged('c');

    expect(attestChanges([bare], [note({ sha: undefined }), note()])).toEqual([
      bare,
    ]);
  });

  it('names the report before its other markers, and keeps what those say', () => {
    const marker = {
      marker: 'co-authored-by',
      tool: 'Claude Code',
      level: 'declared' as const,
      role: 'author' as const,
      text: 'Co-Authored-By: Claude',
    };
    const declared = {
      ...change,
      machineWritten: 'declared' as const,
      provenance: {
        level: 'declared' as const,
        tools: ['Claude Code'],
        fraction: 0.5,
        commits: 4,
        automation: false,
        suggestions: false,
        none: false,
        signedByTool: true,
        evidence: [marker],
      },
    };

    const [told] = attestChanges([declared], [note(), note({ sha: head })]);

    expect(told.machineWritten).toBe('attested');
    expect(told.provenance).toMatchObject({
      level: 'attested',
      tools: ['Claude Code'],
      fraction: 0.5,
      commits: 4,
      signedByTool: true,
      evidence: [{ text: 'upload:git-ai:1' }, { level: 'attested' }, marker],
    });
  });

  it.each([
    {
      given: 'a squash',
      of: { mergeMethod: 'squash' as const, commits: 5, additions: 60 },
      gives: 0.5,
    },
    {
      given: 'a single commit',
      of: { commits: 1, additions: 120 },
      gives: 0.25,
    },
    {
      given: 'fewer lines than are attested',
      of: { commits: 1, additions: 20 },
      gives: 1,
    },
    {
      given: 'a merge of several commits',
      of: { mergeMethod: 'merge' as const, commits: 5, additions: 60 },
      gives: undefined,
    },
    {
      given: 'lines that nobody counted',
      of: { mergeMethod: 'squash' as const, commits: 5 },
      gives: undefined,
    },
  ])('of $given is of machines by $gives', ({ of, gives }) => {
    const [told] = attestChanges([{ ...change, ...of }], [note()]);

    expect(told.provenance?.fraction).toBe(gives);
  });
});
