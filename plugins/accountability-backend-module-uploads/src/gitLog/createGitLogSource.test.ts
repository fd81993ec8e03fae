import { ConfigReader } from '@backstage/config';
import { ChangeEvent } from 'backstage-plugin-accountability-common';
import { Collected } from 'backstage-plugin-accountability-node';
import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { collectUpload } from '../__testUtils__/collectUpload';
import { uploadHeaders, UploadParameters } from '../testUtils';
import {
  mergedLine,
  pushedLine,
  squashedLine,
} from '../testUtils/examples/historyExamples';
import { createGitLogSource } from './createGitLogSource';

const toBody = (...lines: readonly (object | string)[]) =>
  lines
    .map(line => (typeof line === 'string' ? line : JSON.stringify(line)))
    .join('\n');

function changesOf(
  lines: readonly object[],
  parameters?: UploadParameters,
): ChangeEvent[] {
  return changesIn(collectUpload('git-log', toBody(...lines), parameters));
}

function changesIn(collected: Collected): ChangeEvent[] {
  if (collected.status !== 'accepted') throw new Error(collected.because);
  return collected.events.flatMap(event =>
    event.kind === 'change' ? [event] : [],
  );
}

const [first] = mergedLine.commits;

describe('a line of a history', () => {
  it('that merges a request is that request', () => {
    expect(changesOf([mergedLine])).toEqual([
      {
        kind: 'change',
        state: 'merged',
        record: 'github:change:acme/payments:12',
        subject: 'github:acme/payments',
        at: Date.parse('2026-11-20T10:00:00Z'),
        sha: 'a'.repeat(40),
        branch: 'main',
        defaultBranch: true,
        title: 'PAY-7: Refunds',
        firstAuthoredAt: Date.parse('2026-11-19T09:00:00Z'),
        firstCommitAt: Date.parse('2026-11-20T09:00:00Z'),
        headCommitAt: Date.parse('2026-11-20T09:30:00Z'),
        commits: 2,
        files: 4,
        additions: 440,
        deletions: 5,
        paths: mergedLine.files.map(({ path }) => path),
        code: { files: 3, sources: 1, tests: 1, additions: 40, deletions: 2 },
        mergeMethod: 'merge',
        author: 'email:somebody@example.org',
        provenance: {
          level: 'declared',
          tools: ['Claude Code'],
          fraction: 0.75,
          commits: 2,
          automation: false,
          suggestions: false,
          none: false,
          signedByTool: false,
          evidence: [
            {
              marker: 'claude-code.co-author',
              tool: 'Claude Code',
              level: 'declared',
              role: 'author',
              text: 'Co-authored-by: <noreply@anthropic.com>',
            },
          ],
        },
        topics: ['PAY-7'],
      },
    ]);
  });

  it('that is a squash says neither when its commits were written nor how much of it is marked', () => {
    const [squashed] = changesOf([squashedLine]);

    expect(squashed).toMatchObject({
      record: 'github:change:acme/payments:13',
      title: 'Refund in parts',
      mergeMethod: 'squash',
      author: 'github:somebody',
      provenance: { level: 'declared', commits: 0 },
    });
    expect(squashed.provenance).not.toHaveProperty('fraction');
    expect(squashed.commits).toBeUndefined();
    expect(squashed.firstAuthoredAt).toBeUndefined();
    expect(squashed.headCommitAt).toBeUndefined();
  });

  it('that stands alone is a push, in the words of the webhook', () => {
    const [pushed] = changesOf([pushedLine]);

    expect(pushed).toMatchObject({
      record: `github:push:acme/payments:${'c'.repeat(40)}`,
      origin: 'push',
      commits: 1,
      firstAuthoredAt: Date.parse('2026-11-20T12:00:00Z'),
      reverts: 'b'.repeat(40),
      provenance: { commits: 1, tools: [] },
    });
    expect(pushed.mergeMethod).toBeUndefined();
    expect(pushed.approvals).toBeUndefined();
  });

  it.each([
    {
      given: 'a project of GitLab',
      parameters: { subject: 'gitlab:Acme/Pay/Api' },
      gives: { record: 'gitlab:change:acme/pay/api:12', origin: undefined },
    },
    {
      given: 'a host without numbers',
      parameters: { subject: 'gitea:acme/pay' },
      gives: {
        record: `gitea:push:acme/pay:${'a'.repeat(40)}`,
        origin: 'push',
      },
    },
    {
      given: 'a branch to which requests are carried over',
      parameters: { branch: 'release/1', 'default-branch': 'false' },
      gives: {
        record: `github:push:acme/payments:${'a'.repeat(40)}`,
        defaultBranch: false,
        branch: 'release/1',
      },
    },
    {
      given: 'a branch of which the caller says no more',
      parameters: { branch: '', 'default-branch': '' },
      gives: { defaultBranch: true, branch: undefined },
    },
  ])('on $given has the ids of its host', ({ parameters, gives }) => {
    const [change] = changesOf([mergedLine], parameters);

    expect({ branch: undefined, origin: undefined, ...change }).toMatchObject(
      gives,
    );
  });

  it.each([
    {
      given: 'a merge that names a branch',
      line: { ...pushedLine, title: "Merge branch 'somebody/x' into 'main'" },
      gives: { title: undefined },
    },
    {
      given: 'a bot',
      line: {
        ...pushedLine,
        commits: [
          { ...first, email: '49+dependabot[bot]@users.noreply.github.com' },
        ],
      },
      gives: {
        author: 'github:dependabot[bot]',
        authorKind: 'bot',
        provenance: expect.objectContaining({ automation: true }),
      },
    },
    {
      given: 'a tool with an address of its own',
      line: {
        ...pushedLine,
        commits: [{ ...first, email: 'noreply@anthropic.com' }],
      },
      gives: {
        authorKind: 'bot',
        provenance: expect.objectContaining({ tools: ['Claude Code'] }),
      },
    },
    {
      given: "the token of a project, behind one of GitLab's addresses",
      line: {
        ...pushedLine,
        commits: [
          { ...first, email: '12-project_7_bot@users.noreply.gitlab.com' },
        ],
      },
      gives: { authorKind: 'bot' },
    },
    {
      given: 'a tool behind a name',
      line: {
        ...pushedLine,
        commits: [{ ...first, nameSuffix: '(aider)' }],
      },
      gives: {
        provenance: expect.objectContaining({ tools: ['aider'], fraction: 1 }),
      },
    },
    {
      given: 'a merge within, which wrote nothing',
      line: {
        ...mergedLine,
        commits: [
          ...mergedLine.commits,
          { ...first, email: 'other@example.org', merge: true },
        ],
      },
      gives: {
        commits: 3,
        author: 'email:somebody@example.org',
        provenance: expect.objectContaining({ commits: 2, fraction: 0.75 }),
      },
    },
    {
      given: 'commits that were left out',
      line: { ...mergedLine, commitsLeftOut: 5 },
      gives: {
        commits: 7,
        firstAuthoredAt: undefined,
        firstCommitAt: undefined,
        provenance: expect.not.objectContaining({ fraction: 0.75 }),
      },
    },
    {
      given: 'files that were left out',
      line: { ...mergedLine, filesLeftOut: 5 },
      gives: { files: 9, additions: undefined, code: undefined },
    },
    {
      given: 'a merge of nothing new',
      line: { ...mergedLine, files: [], commits: [] },
      gives: { files: 0, author: undefined, provenance: undefined },
    },
    {
      given: 'a squash whose commits undo each other',
      line: {
        ...squashedLine,
        commits: [
          {
            ...first,
            message: `Add\n\n* Revert "x"\n\nThis reverts commit ${'b'.repeat(
              40,
            )}.`,
          },
        ],
      },
      gives: { reverts: undefined },
    },
    {
      given: 'a request that undoes a request',
      line: {
        ...squashedLine,
        commits: [{ ...first, message: 'Revert "x" (#13)\n\nReverts #12' }],
      },
      gives: { reverts: 'github:change:acme/payments:12' },
    },
  ])('of $given says so', ({ line, gives }) => {
    const [change] = changesOf([line]);

    expect(
      Object.fromEntries(
        Object.keys(gives).map(name => [name, Reflect.get(change, name)]),
      ),
    ).toEqual(gives);
  });
});

describe('a history', () => {
  it('is taken but for the lines that are no changes', () => {
    const body = toBody(
      pushedLine,
      '',
      'no JSON',
      { ...mergedLine, sha: 'abc' },
      { ...mergedLine, at: '2027-01-01T00:00:00Z' },
      squashedLine,
    );

    const collected = collectUpload('git-log', body);

    expect(collected).toMatchObject({
      status: 'accepted',
      events: [{ sha: 'c'.repeat(40) }, { sha: 'b'.repeat(40) }],
      refused: [
        { line: 3, because: 'is not JSON' },
        { line: 4, because: 'sha: must be a whole SHA' },
        { line: 5, because: expect.stringContaining('more than a day after') },
      ],
    });
  });

  it.each([
    {
      given: 'no subject',
      body: toBody(pushedLine),
      parameters: { subject: '' },
      says: /whose history it is: subject.*A right call is POST/,
    },
    {
      given: 'a commit, which it has none of its own',
      body: toBody(pushedLine),
      parameters: { sha: '2f1c9e4b7a60' },
      says: /sha/,
    },
    { given: 'nothing in it', body: ' \n', says: /is empty/ },
    {
      given: 'no line that is a change',
      body: '{}\n',
      says: /No line of the body is a change; line 1: sha/,
    },
    {
      given: 'too many lines',
      body: 'x\n'.repeat(25_001),
      says: /more than 25000 lines; send it in parts/,
    },
  ])('is refused with $given', ({ body, parameters, says }) => {
    expect(collectUpload('git-log', body, parameters)).toEqual({
      status: 'rejected',
      because: expect.stringMatching(says),
      ...(says.source.includes('25000') && { tooLarge: true }),
    });
  });

  const acme = {
    id: 'acme.author',
    tool: 'Acme',
    channel: 'author',
    match: ['writer@acme.example'],
    role: 'author',
    level: 'attested',
    source: 'wiki',
  };
  const byAcme = { email: 'writer@acme.example' };
  const byClaude = { email: 'noreply@anthropic.com' };

  it.each([
    {
      given: 'that it adds',
      provenance: { markers: [acme] },
      by: byAcme,
      gives: { authorKind: 'bot', level: 'attested', tools: ['Acme'] },
    },
    {
      given: 'that nobody adds',
      by: byAcme,
      gives: { tools: [] },
    },
    {
      given: 'that are known',
      by: byClaude,
      gives: { authorKind: 'bot', level: 'declared', tools: ['Claude Code'] },
    },
    {
      given: 'that it disables',
      provenance: { disabled: ['claude-code.author', 'claude-code.co-author'] },
      by: byClaude,
      gives: { tools: [] },
    },
  ])(
    'is read by the configuration for markers $given',
    ({ provenance = {}, by, gives }) => {
      const source = createGitLogSource(
        new ConfigReader({ accountability: { provenance } }),
      );
      const commits = [{ ...first, ...by, message: 'Add' }];

      const collected = source.collect(
        incoming({
          headers: uploadHeaders({ sha: undefined }),
          body: toBody({ ...pushedLine, commits }),
        }),
      );

      const [change] = changesIn(collected);
      expect({
        authorKind: change.authorKind,
        level: change.provenance?.level,
        tools: change.provenance?.tools,
      }).toEqual(gives);
    },
  );

  it('is not read with settings that cannot be meant so', () => {
    const config = new ConfigReader({
      accountability: { provenance: { disabled: ['no-such'] } },
    });

    expect(() => createGitLogSource(config)).toThrow(/no-such/);
  });

  it('is the same upload whenever it comes, and another of another subject', () => {
    const source = createGitLogSource();
    const idOf = (parameters: UploadParameters, receivedAt: number) =>
      source.identify(
        incoming({
          headers: uploadHeaders({ sha: undefined, ...parameters }),
          body: toBody(pushedLine),
          receivedAt,
        }),
      );
    const DAY = 86_400_000;

    expect(idOf({}, 0)).toBe(idOf({}, 3 * DAY));
    expect(idOf({}, 0)).not.toBe(idOf({ subject: 'github:acme/other' }, 0));
  });
});
