import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from './runCli';
import { FakeIntake } from './testing/FakeIntake';
import { GitFolder } from './testing/GitFolder';
import { gitIsHere } from './testing/gitIsHere';

const token = 'a-secret-token';
const byGithub = {
  email: 'bob@acme.example',
  committerEmail: 'noreply@github.com',
};

// Each test starts git some dozens of times.
jest.setTimeout(60_000);

const group = gitIsHere ? describe : describe.skip;

group(
  `accountability import-git${gitIsHere ? '' : ' (git is not here)'}`,
  () => {
    let dir: string;
    let folder: GitFolder;
    let intake: FakeIntake;
    let url: string;
    let printed: string;

    beforeEach(async () => {
      dir = await mkdtemp(join(tmpdir(), 'import-git-'));
      await mkdir(join(dir, 'repo'));
      folder = new GitFolder(join(dir, 'repo'));
      intake = new FakeIntake();
      url = await intake.start();
      printed = '';
    });

    afterEach(async () => {
      await intake.stop();
      await rm(dir, { recursive: true });
    });

    function run(...args: string[]): Promise<number> {
      const print = (text: string) => {
        printed += text;
      };
      return runCli(
        [
          ...[
            'import-git',
            '--subject',
            'github:acme/pay',
            '--repo',
            folder.path,
          ],
          ...['--since', '2026-01-01', '--url', url, ...args],
        ],
        {
          env: { ACCOUNTABILITY_TOKEN: token },
          out: print,
          err: print,
          clock: () => 0,
          sleep: async () => undefined,
        },
      );
    }

    async function changesSent(): Promise<Record<string, unknown>[]> {
      expect(await run()).toBe(0);
      return intake.taken.flatMap(({ events }) => events);
    }

    it('sends what a commit on the branch is', async () => {
      folder.write('src/pay.ts', 'a\nb\n');
      folder.write('logo.png', Buffer.from([0, 1, 2]));
      folder.commit('Pay\n\nIt pays.\n\nSigned-off-by: Bob B <b@b.b>', {
        name: 'Ada Lovelace (aider)',
      });

      const changes = await changesSent();

      expect(changes).toEqual([
        {
          sha: folder.head,
          at: '2026-11-01T01:00:00.000Z',
          method: 'other',
          title: 'Pay',
          files: [
            { path: 'logo.png' },
            { path: 'src/pay.ts', additions: 2, deletions: 0 },
          ],
          commits: [
            {
              at: '2026-11-01T01:00:00.000Z',
              authoredAt: '2026-11-01T01:00:00.000Z',
              email: 'ada@acme.example',
              nameSuffix: '(aider)',
              committerEmail: 'ada@acme.example',
              message: 'Pay\n\nIt pays.\n\nSigned-off-by: <b@b.b>',
              lines: 2,
            },
          ],
        },
      ]);
      expect(JSON.stringify(changes)).not.toMatch(/Lovelace|Bob|Committer/);
      expect(intake.taken[0]).toMatchObject({
        token: `Bearer ${token}`,
        path: '/deliveries/git-log?subject=github%3Aacme%2Fpay&branch=main&default-branch=true',
      });
      expect(printed).not.toContain(token);
    });

    it('tells a renamed file by its new path, with blanks and any letters', async () => {
      folder.write('a b.md', 'one\ntwo\nthree\nfour\n');
      folder.commit('First');
      folder.move('a b.md', 'ü ñ\t☂.md');
      folder.commit('Second');
      folder.commit('Third, which is empty');

      const changes = await changesSent();

      expect(changes.map(({ title, files }) => [title, files])).toEqual([
        ['First', [{ path: 'a b.md', additions: 4, deletions: 0 }]],
        ['Second', [{ path: 'ü ñ\t☂.md', additions: 0, deletions: 0 }]],
        ['Third, which is empty', []],
      ]);
    });

    it('makes one change of a merge and all it merged', async () => {
      folder.commitFile('a', 'First');
      folder.branch('feature');
      folder.commitFile('b', 'Refund\n\nCo-authored-by: C <c@c.c>');
      folder.checkout('main');
      folder.commitFile('c', 'Meanwhile');
      folder.checkout('feature');
      folder.merge(['main'], "Merge branch 'main' into feature");
      folder.commitFile('d', 'Refund in parts');
      folder.checkout('main');
      folder.merge(
        ['feature'],
        'Merge pull request #7 from ada/feature\n\nRefunds (PAY-1)',
      );

      const changes = await changesSent();

      expect(changes.map(({ title }) => title)).toEqual([
        'First',
        'Meanwhile',
        'Refunds (PAY-1)',
      ]);
      expect(changes[2]).toMatchObject({
        sha: folder.head,
        number: 7,
        method: 'merge',
        files: [{ path: 'b' }, { path: 'd' }],
        commits: [
          { message: 'Refund\n\nCo-authored-by: <c@c.c>', lines: 1 },
          { merge: true },
          { message: 'Refund in parts', lines: 1 },
        ],
      });
      expect(changes[2]).not.toHaveProperty('commits.1.lines');
    });

    it('gives each commit to the merge that brought it first', async () => {
      folder.commitFile('a', 'First');
      folder.branch('one');
      folder.commitFile('b', 'Of one');
      folder.branch('two');
      folder.commitFile('c', 'Of two');
      folder.branch('three', 'main');
      folder.commitFile('d', 'Of three');
      folder.checkout('main');
      folder.merge(['one'], "Merge branch 'one'");
      folder.merge(['two', 'three'], 'Merge branches');

      const changes = await changesSent();

      expect(
        changes.map(({ title, method, commits }) => ({
          title,
          method,
          commits: [commits].flat().map(one => Object(one).message),
        })),
      ).toEqual([
        { title: 'First', method: 'other', commits: ['First'] },
        { title: undefined, method: 'merge', commits: ['Of one'] },
        { title: undefined, method: 'merge', commits: ['Of two', 'Of three'] },
      ]);
    });

    it('knows a squash by its number and by who committed it', async () => {
      folder.commitFile('a', 'Pay (#8)', byGithub);
      folder.commitFile('b', 'Mend what issue 9 is about (#9)');
      folder.commitFile('c', 'Pay (#8)', byGithub);
      folder.commitFile('d', 'Revert "Pay (#8)" (#10)', byGithub);

      const changes = await changesSent();

      expect(changes.map(({ number, method }) => ({ number, method }))).toEqual(
        [
          { number: 8, method: 'squash' },
          { number: undefined, method: 'other' },
          { number: undefined, method: 'other' },
          { number: 10, method: 'squash' },
        ],
      );
    });

    it.each([
      { given: 'Add\n\nSee merge request acme/pay!12', gives: 12 },
      { given: 'Add\n\nSee merge request !12', gives: 12 },
      { given: 'Add\n\nSee merge request other/pay!12', gives: undefined },
      { given: 'Add (#12)', gives: undefined },
    ])(
      'reads "$given" on GitLab as request $gives',
      async ({ given, gives }) => {
        folder.commitFile('a', given, byGithub);

        await run('--subject', 'gitlab:Acme/Pay');

        expect(intake.taken[0].events[0].number).toBe(gives);
      },
    );

    it('sends a rebased commit as a change of its own, with both its times', async () => {
      folder.commitFile('a', 'First');
      folder.branch('feature');
      folder.commitFile('b', 'Of the branch');
      folder.checkout('main');
      folder.commitFile('c', 'Second');
      folder.git(['cherry-pick', 'feature']);

      const changes = await changesSent();

      expect(changes[2]).toMatchObject({
        method: 'other',
        at: '2026-11-01T03:00:00.000Z',
        commits: [{ authoredAt: '2026-11-01T02:00:00.000Z' }],
      });
    });

    it('begins with the date that is given', async () => {
      folder.commitFile('a', 'Before');
      folder.branch('feature');
      folder.commitFile('b', 'Written before');
      folder.checkout('main');
      folder.merge(['feature'], 'Merge it');

      await run('--since', '2026-11-01T03:00:00Z');

      expect(intake.taken[0].events).toMatchObject([
        { method: 'merge', commits: [{ message: 'Written before' }] },
      ]);
    });

    it('keeps both ends of a long message', async () => {
      folder.commit(`Long\n\n${'x'.repeat(9000)}\n\nAssisted-by: A:b`);

      const [{ commits }] = await changesSent();

      const { message } = Object([commits].flat()[0]);
      expect(message.length).toBeLessThanOrEqual(4000);
      expect(message).toMatch(/^Long\n\nx.*….*Assisted-by: A:b$/s);
    });

    it('reads the default branch of the remote before the one checked out', async () => {
      folder.commitFile('a', 'First');
      folder.git(['update-ref', 'refs/remotes/origin/trunk', 'HEAD']);
      folder.git([
        'symbolic-ref',
        'refs/remotes/origin/HEAD',
        'refs/remotes/origin/trunk',
      ]);
      folder.commitFile('b', 'Not there yet');

      await run();
      await run('--branch', 'main');

      expect(intake.taken.map(({ path }) => path)).toEqual([
        expect.stringContaining('branch=trunk&default-branch=true'),
        expect.stringContaining('branch=main&default-branch=false'),
      ]);
      expect(intake.taken[0].events).toHaveLength(1);
    });

    it('tells the newest 500 commits of a merge, and how many more there are', async () => {
      folder.commitFile('a', 'First');
      folder.branch('long');
      folder.commitMany(502);
      folder.checkout('main');
      folder.merge(['long'], 'Merge it all');

      const [, { commits, commitsLeftOut }] = await changesSent();

      expect([commits].flat()).toHaveLength(500);
      expect([commits].flat()[0]).toMatchObject({ message: 'Number 3' });
      expect(commitsLeftOut).toBe(2);
    });

    it('begins again where it was refused, and is known where it was taken', async () => {
      folder.commitFile('a', 'First');
      intake.mood = () => ({ status: 403 });
      const refused = await run();
      intake.mood = () => undefined;

      const taken = await run();
      const known = await run();

      expect([refused, taken, known]).toEqual([3, 0, 0]);
      expect(printed).toContain('accountability.delivery.create');
      expect(printed).toContain('1 changes sent: 1 taken, 0 had come before');
      expect(printed).toContain('1 changes sent: 0 taken, 1 had come before');
    });

    it('sends nothing in a dry run, and needs no address', async () => {
      folder.commitFile('a', 'First');

      const code = await run('--dry-run');

      expect(code).toBe(0);
      expect(intake.taken).toEqual([]);
      expect(printed).toContain('"title":"First"');
      expect(printed).toContain('1 changes (1 kB) would be sent, nothing was');
    });

    it.each([
      { given: ['--branch', 'none'], says: 'there is no branch none' },
      { given: ['--branch', '--all'], says: 'there is no branch --all' },
      { given: ['--since', 'yesterday'], says: 'must be like 2026-01-31' },
      { given: ['--subject', 'pay'], says: 'must be like github:acme/pay' },
      { given: ['--repo', tmpdir()], says: 'run this in a clone' },
      { given: ['--repo', '/no/such'], says: 'is no folder' },
    ])('ends with 2 for $given', async ({ given, says }) => {
      folder.commitFile('a', 'First');

      const code = await run(...given);

      expect(code).toBe(2);
      expect(printed).toContain(says);
    });

    it('says what to do with a clone that lacks a part of the history', async () => {
      folder.commitFile('a', 'First');
      folder.commitFile('b', 'Second');
      const clone = join(dir, 'clone');
      folder.git([
        'clone',
        '--quiet',
        '--depth',
        '1',
        `file://${folder.path}`,
        clone,
      ]);

      const code = await run('--repo', clone);

      expect(code).toBe(2);
      expect(printed).toContain('git fetch --unshallow');
    });

    it('says that a branch has no commits', async () => {
      const code = await run();

      expect(code).toBe(2);
      expect(printed).toContain('main has no commits yet');
    });
  },
);
