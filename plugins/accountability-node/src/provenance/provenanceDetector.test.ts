import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseTrailers, trailerLines } from './parseTrailers';
import {
  GivenChange,
  GivenCommit,
  provenanceDetector,
} from './provenanceDetector';
import { provenanceMarkerSchema } from './ProvenanceMarker';
import { provenanceMarkers } from './provenanceMarkers';

const detect = provenanceDetector(provenanceMarkers);
const at = Date.parse('2026-11-01T12:00:00Z');
const human = 'Ann Example <ann@example.org>';

const commit = (given: Partial<GivenCommit> & { trailer?: string } = {}) => ({
  at,
  author: human,
  committer: 'GitHub <noreply@github.com>',
  message: ['Add refunds', '', given.trailer].join('\n'),
  ...given,
});
const change = (...commits: GivenCommit[]): GivenChange => ({ at, commits });

describe('a marker on a commit', () => {
  it.each([
    {
      given:
        'Co-Authored-By: Claude Opus 4.6 (1M context) <noreply@anthropic.com>',
      gives: { level: 'declared', tools: ['Claude Code'] },
    },
    {
      given: 'Claude-Session: https://claude.ai/code/session_01',
      gives: { level: 'declared', tools: ['Claude Code'] },
    },
    {
      given: '🤖 Generated with [Claude Code](https://claude.com/claude-code)',
      gives: { level: 'declared', tools: ['Claude Code'] },
    },
    {
      given: 'Agent-Logs-Url: https://github.com/acme/payments/sessions/1',
      gives: { level: 'attested', tools: ['GitHub Copilot coding agent'] },
    },
    {
      given:
        'Co-authored-by: Copilot <223556219+Copilot@users.noreply.github.com>',
      gives: { level: 'declared', tools: ['GitHub Copilot'] },
    },
    {
      given: 'Co-authored-by: Cursor <cursoragent@cursor.com>',
      gives: { level: 'declared', tools: ['Cursor'] },
    },
    {
      given: 'Co-authored-by: aider (gpt-5) <aider@aider.chat>',
      gives: { level: 'declared', tools: ['aider'] },
    },
    {
      given: 'Assisted-by: Claude:claude-3-opus coccinelle sparse',
      gives: { level: 'declared' },
    },
    {
      given: 'Assisted-by: Crush:gpt-5',
      gives: { level: 'declared' },
    },
    {
      given: 'Replit-Commit-Author: Agent',
      gives: { level: 'declared', tools: ['Replit Agent'] },
    },
  ])('$given is of $gives', ({ given, gives }) => {
    expect(detect(change(commit({ trailer: given })))).toMatchObject({
      ...gives,
      fraction: 1,
      evidence: [{ text: given }],
    });
  });

  it.each([
    {
      given: 'a first name',
      trailer: 'Co-authored-by: Claude Monet <claude@monet.fr>',
    },
    {
      given: 'a part of the name of a bot',
      trailer: 'Co-authored-by: x <1+notclaude[bot]@users.noreply.github.com>',
    },
    {
      given: 'prose',
      trailer: 'Please describe claude code setup, co-authored by nobody',
    },
    {
      given: 'an address that only looks like it',
      trailer: 'Co-authored-by: Codex <codex@example.com>',
    },
    {
      given: 'a subject',
      message: 'Claude-Session: https://claude.ai/code/session_01',
    },
    { given: 'a word that no machine took part', trailer: 'Assisted-by: none' },
    {
      given: 'a reviewing machine',
      trailer:
        'Co-authored-by: g <176961590+gemini-code-assist[bot]@users.noreply.github.com>',
    },
    {
      given: 'a bot that formats',
      trailer:
        'Co-authored-by: autofix-ci[bot] <114827586+autofix-ci[bot]@users.noreply.github.com>',
    },
  ])('is not $given', given => {
    const found = detect(change(commit(given)));

    expect(found).toMatchObject({ tools: [], automation: false });
    expect(found).not.toHaveProperty('level');
    expect(found).not.toHaveProperty('fraction');
  });

  it.each([
    { day: '2026-04-14', gives: 'declared' },
    { day: '2026-04-25', gives: 'inferred' },
    { day: '2026-06-30', gives: 'inferred' },
    { day: '2026-08-01', gives: 'declared' },
  ])(
    'of VS Code on $day is $gives, since it stamped what people wrote',
    ({ day, gives }) => {
      const found = detect(
        change(
          commit({
            at: Date.parse(day),
            trailer: 'Co-authored-by: Copilot <copilot@github.com>',
          }),
        ),
      );

      expect(found.level).toBe(gives);
    },
  );

  it.each([
    {
      given: 'suggestions',
      trailer:
        'Co-authored-by: c <136622811+coderabbitai[bot]@users.noreply.github.com>',
    },
    { given: 'none', trailer: 'Assisted-by: none' },
    {
      given: 'signedByTool',
      trailer: 'Signed-off-by: Claude <noreply@anthropic.com>',
    },
  ] as const)('says $given apart', ({ given, trailer }) => {
    const { suggestions, none, signedByTool } = detect(
      change(commit({ trailer })),
    );

    expect({ suggestions, none, signedByTool }).toEqual({
      suggestions: false,
      none: false,
      signedByTool: false,
      [given]: true,
    });
  });
});

const byClaude = { trailer: 'Co-Authored-By: Claude <noreply@anthropic.com>' };

describe('a change', () => {
  it.each([
    {
      given: 'one of four commits',
      commits: [commit(byClaude), commit(), commit(), commit()],
      gives: 0.25,
    },
    {
      given: 'lines, where all are known',
      commits: [commit({ ...byClaude, lines: 30 }), commit({ lines: 10 })],
      gives: 0.75,
    },
    {
      given: 'commits, where some lines are unknown',
      commits: [commit({ ...byClaude, lines: 30 }), commit()],
      gives: 0.5,
    },
    {
      given: 'commits, where none changes a line',
      commits: [commit({ ...byClaude, lines: 0 }), commit({ lines: 0 })],
      gives: 0.5,
    },
  ])('is machine-written to the share of $given', ({ commits, gives }) => {
    expect(detect(change(...commits)).fraction).toBe(gives);
  });

  it.each([
    {
      given: { author: 'copilot-swe-agent[bot]' },
      gives: { level: 'attested' },
    },
    {
      given: {
        text: 'Link to Devin session: https://app.devin.ai/sessions/1\nRequested by: @ann',
      },
      gives: { level: 'declared', tools: ['Devin'] },
    },
    {
      given: { branch: 'codex/refunds' },
      gives: { level: 'inferred', tools: ['OpenAI Codex'] },
    },
    { given: { labels: ['bug', 'codex'] }, gives: { level: 'inferred' } },
    {
      given: { text: '- [x] I wrote this without AI' },
      gives: { none: true, tools: [] },
    },
    {
      given: { author: 'dependabot[bot]' },
      gives: { automation: true, tools: [] },
    },
  ])(
    'whose request has $given gives $gives, of no known share',
    ({ given, gives }) => {
      const found = detect({ at, commits: [commit()], ...given });

      expect(found).toMatchObject(gives);
      expect(found).not.toHaveProperty('fraction');
    },
  );

  it('keeps nothing of the people in it', () => {
    const found = detect({
      at,
      commits: [
        commit(byClaude),
        commit({ author: 'Ann Example (aider) <ann@example.org>' }),
        commit({ trailer: 'Assisted-by: crush:gpt-5 @ann' }),
      ],
      author: 'ann',
      text: 'Link to Devin session: https://app.devin.ai/sessions/1\nRequested by: @ann',
    });

    expect(JSON.stringify(found)).not.toMatch(/ann|example\.org/i);
  });

  it('is automation where a bot wrote all of it, and not where it wrote a part', () => {
    const bot = commit({
      author: 'renovate[bot] <29139614+renovate[bot]@users.noreply.github.com>',
    });

    expect([
      detect(change(bot, bot)).automation,
      detect(change(bot, commit())).automation,
    ]).toEqual([true, false]);
  });
});

describe('trailers', () => {
  const footed =
    'Fix\n\n🤖 Generated with X\nCo-Authored-By: Claude <noreply@anthropic.com>';
  it.each([
    { message: footed, strict: 0, lines: 1 },
    { message: 'only subject: here', strict: 0, lines: 0 },
    { message: 'note\nSigned-off-by: A <a@x>', strict: 0, lines: 1 },
    {
      message: 'a\n\nb: x\n\nSigned-off-by: A <a@x>\nFixes: 12\n more\n\n',
      strict: 2,
      lines: 3,
    },
    {
      message: 'a\n\nSigned-off-by: A <a@x>\nwords\nFixes: 12',
      strict: 2,
      lines: 2,
    },
    {
      message: 'a\n\nFoo: bar\n# not this\nBaz: q\n---\nX: y',
      strict: 2,
      lines: 3,
    },
  ])(
    'of $message are $strict as git has them, $lines by their shape',
    ({ message, strict, lines }) => {
      expect(
        [parseTrailers(message), trailerLines(message)].map(
          found => found.length,
        ),
      ).toEqual([strict, lines]);
    },
  );
});

describe('the registry of markers', () => {
  it('is what configuration may hold too, each under an id of its own', () => {
    const read = provenanceMarkers.map(one =>
      provenanceMarkerSchema.parse(one),
    );

    expect(new Set(read.map(({ id }) => id)).size).toBe(read.length);
  });

  it('refuses a pattern that cannot be read', () => {
    const { success } = provenanceMarkerSchema.safeParse({
      ...provenanceMarkers[0],
      channel: 'label',
      match: ['('],
    });

    expect(success).toBe(false);
  });
});

interface Row {
  committed_at: string;
  author: string;
  committer: string;
  trailers: [string, string][];
  body_markers: string[];
  additions: number;
  deletions: number;
}

const folder = resolve(__dirname, '../../../../../shared/data/git-history');
const there = existsSync(folder);
if (!there) {
  // eslint-disable-next-line no-console
  console.warn(`skipped: there are no histories at ${folder}`);
}

(there ? describe : describe.skip)('histories of public repositories', () => {
  it.each([
    { repository: 'cortexapps+cli', marked: 233, automation: 1, unmarked: 255 },
    { repository: 'honojs+hono', marked: 11, automation: 2, unmarked: 592 },
    {
      repository: 'temporalio+sdk-typescript',
      marked: 32,
      automation: 17,
      unmarked: 287,
    },
  ])(
    'of $repository has $marked marked commits, $automation of automation, $unmarked unmarked',
    given => {
      const text = there
        ? gunzipSync(
            readFileSync(`${folder}/${given.repository}.jsonl.gz`),
          ).toString()
        : '';
      const rows: Row[] = text
        .trim()
        .split('\n')
        .map(line => JSON.parse(line));

      const found = rows.map(row =>
        detect(
          change({
            at: Date.parse(row.committed_at),
            author: row.author,
            committer: row.committer,
            message: [
              'subject',
              '',
              ...row.body_markers.map(
                () => '🤖 Generated with [Claude Code](x)',
              ),
              ...row.trailers.map(pair => pair.join(': ')),
            ].join('\n'),
          }),
        ),
      );

      const count = (is: (one: (typeof found)[number]) => boolean) =>
        found.filter(is).length;
      expect({
        repository: given.repository,
        marked: count(({ level }) => level !== undefined),
        automation: count(one => one.automation),
        unmarked: count(({ level, automation }) => !level && !automation),
      }).toEqual(given);
      expect(JSON.stringify(found)).not.toMatch(/human-/);
    },
  );
});
