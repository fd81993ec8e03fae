import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FIRST_MS = Date.parse('2026-11-01T00:00:00Z');
const HOUR_MS = 60 * 60 * 1000;

/** Who commits, where it is not Ada. */
export interface CommitGiven {
  name?: string;
  email?: string;
  committerEmail?: string;
}

/** A small repository on disk. Its commits are an hour apart. */
export class GitFolder {
  private hours = 0;

  constructor(readonly path: string) {
    this.git(['init', '--quiet', '--initial-branch', 'main', '.']);
  }

  git(
    args: readonly string[],
    given: CommitGiven & { input?: string } = {},
  ): string {
    const { name = 'Ada Lovelace', email = 'ada@acme.example' } = given;
    const { committerEmail = email } = given;
    const date = new Date(FIRST_MS + this.hours * HOUR_MS).toISOString();
    return execFileSync('git', ['-c', 'commit.gpgSign=false', ...args], {
      cwd: this.path,
      encoding: 'utf8',
      input: given.input ?? '',
      stdio: 'pipe',
      env: {
        PATH: process.env.PATH,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_AUTHOR_NAME: name,
        GIT_AUTHOR_EMAIL: email,
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_NAME: 'Committer',
        GIT_COMMITTER_EMAIL: committerEmail,
        GIT_COMMITTER_DATE: date,
      },
    }).trim();
  }

  write(path: string, content: string | Buffer): void {
    mkdirSync(join(this.path, dirname(path)), { recursive: true });
    writeFileSync(join(this.path, path), content);
  }

  move(from: string, to: string): void {
    renameSync(join(this.path, from), join(this.path, to));
  }

  /** The SHA of the newest commit. */
  get head(): string {
    return this.git(['rev-parse', 'HEAD']);
  }

  /** Commits everything. */
  commit(message: string, given?: CommitGiven): void {
    this.hours++;
    this.git(['add', '--all']);
    this.git(['commit', '--quiet', '--allow-empty', '-m', message], given);
  }

  /** Writes one line to a file of that name and commits it. */
  commitFile(path: string, message: string, given?: CommitGiven): void {
    this.write(path, `${path}\n`);
    this.commit(message, given);
  }

  /** Commits that change nothing, at once: `Number 1` and so on. */
  commitMany(count: number): void {
    const branch = this.git(['symbolic-ref', 'HEAD']);
    const seconds = (FIRST_MS + this.hours * HOUR_MS) / 1000;
    const commits = Array.from({ length: count }, (_, index) =>
      [
        `commit ${branch}`,
        `committer C <c@acme.example> ${seconds} +0000`,
        `data <<END\nNumber ${index + 1}\nEND`,
        ...(index === 0 ? [`from ${branch}^0`] : []),
        '',
      ].join('\n'),
    );
    this.git(['fast-import', '--quiet'], { input: commits.join('\n') });
  }

  merge(branches: readonly string[], message: string): void {
    this.hours++;
    this.git(['merge', '--quiet', '--no-ff', '-m', message, ...branches]);
  }

  /** Goes on on a branch that begins here or, where `from` is given, there. */
  branch(name: string, from = 'HEAD'): void {
    this.git(['checkout', '--quiet', '-b', name, from]);
  }

  checkout(name: string): void {
    this.git(['checkout', '--quiet', name]);
  }
}
