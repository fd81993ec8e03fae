import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** What git answered, or why it did not. */
export type GitAnswer =
  | { ok: true; output: string }
  | { ok: false; because: string };

/** Beyond these a setting of the user could change what is printed, or git could go to the network for objects. */
const settings = [
  '--no-pager',
  '--no-replace-objects',
  ...['-c', 'log.showSignature=false', '-c', 'log.showRoot=true'],
  ...['-c', 'color.ui=false', '-c', 'diff.relative=false'],
];

/** Why it did not where there is none. */
export const notInstalled = 'git is not installed, or not on the PATH';

/** One run of git in a clone. No shell reads its arguments. */
export class GitRun {
  private readonly child;
  private readonly trouble: Promise<string>;
  private readonly ended: Promise<string | undefined>;

  constructor(repository: string, args: readonly string[], input = '') {
    // A hook that starts this would have git look at another repository.
    const { GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE, ...env } = process.env;
    this.child = spawn('git', ['-C', repository, ...settings, ...args], {
      env: {
        ...env,
        LC_ALL: 'C',
        GIT_OPTIONAL_LOCKS: '0',
        GIT_NO_LAZY_FETCH: '1',
        GIT_TERMINAL_PROMPT: '0',
      },
    });
    this.trouble = text(this.child.stderr);
    this.ended = this.end();
    // Where git ends before it has read all, its exit code says why.
    this.child.stdin.on('error', () => undefined);
    this.child.stdin.end(input);
  }

  /** Everything that it prints. */
  async answer(): Promise<GitAnswer> {
    const [output, because] = await Promise.all([
      text(this.child.stdout),
      this.ended,
    ]);
    return because === undefined
      ? { ok: true, output: output.trimEnd() }
      : { ok: false, because };
  }

  /** What it prints, cut at NUL, while it prints it. Throws where git fails. */
  async *tokens(): AsyncGenerator<string> {
    let rest = '';
    try {
      for await (const chunk of this.child.stdout.setEncoding('utf8')) {
        const parts = `${rest}${chunk}`.split('\0');
        rest = parts.pop() ?? '';
        yield* parts;
      }
      const because = await this.ended;
      if (because !== undefined) throw new Error(because);
      if (rest) yield rest;
    } finally {
      this.child.kill();
    }
  }

  private async end(): Promise<string | undefined> {
    try {
      const [code] = await once(this.child, 'close');
      if (code === 0) return undefined;
      const said = (await this.trouble).trim();
      return said || `git ended with ${code}`;
    } catch (error) {
      return error instanceof Error &&
        'code' in error &&
        error.code === 'ENOENT'
        ? notInstalled
        : `git could not be run: ${error}`;
    }
  }
}
