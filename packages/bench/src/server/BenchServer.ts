import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { ServerSetup } from './ServerSetup';

/** The server under measure, in a process of its own so that the load does not eat its time. */
export class BenchServer {
  static async start(
    given: Omit<ServerSetup, 'policies'>,
  ): Promise<BenchServer> {
    const setup = { ...given, policies: copyPolicies() };
    const child = fork(require.resolve('./serverMain'), {
      execArgv: [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      ],
      env: { ...process.env, NODE_ENV: 'production' },
    });
    child.send(setup);
    const port = await Promise.race([
      answerOf(child, 'port'),
      once(child, 'exit').then(([code]) => {
        throw new Error(`The server ended with code ${code}`);
      }),
    ]);
    const baseUrl = `http://127.0.0.1:${port}`;
    return new BenchServer(child, baseUrl, setup.policies);
  }

  private constructor(
    private readonly child: ChildProcess,
    readonly baseUrl: string,
    /** Directory that its policy is read from, each second. */
    readonly policies: string,
  ) {}

  /** Statements its plugins have sent to the database since the start. */
  async statements(): Promise<number> {
    return this.ask('statements');
  }

  /** Processor time that its process has taken, milliseconds. */
  async cpuMs(): Promise<number> {
    return this.ask('cpuMs');
  }

  private ask(what: 'statements' | 'cpuMs'): Promise<number> {
    const answer = answerOf(this.child, what);
    this.child.send(what);
    return answer;
  }

  async stop(): Promise<void> {
    rmSync(this.policies, { recursive: true, force: true });
    if (this.child.exitCode !== null) return;
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }
}

/** The scorecards of the package, where more may be put beside them. */
function copyPolicies(): string {
  const directory = mkdtempSync(join(tmpdir(), 'bench-policies-'));
  const packaged = resolvePackagePath(
    'backstage-plugin-accountability-backend',
    'policies',
  );
  cpSync(packaged, directory, { recursive: true });
  return directory;
}

/** The next message with this number; the transform of sources sends messages of its own. */
function answerOf(child: ChildProcess, name: string): Promise<number> {
  return new Promise(done => {
    const listen = (message: unknown) => {
      const [value] = Object.entries(message ?? {})
        .filter(([key]) => key === name)
        .map(([, found]) => Number(found));
      if (value === undefined) return;
      child.off('message', listen);
      done(value);
    };
    child.on('message', listen);
  });
}
