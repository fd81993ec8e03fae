import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { ServerSetup } from './ServerSetup';

/** The server under measure, in a process of its own so that the load does not eat its time. */
export class BenchServer {
  static async start(setup: ServerSetup): Promise<BenchServer> {
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
    return new BenchServer(child, `http://127.0.0.1:${port}`);
  }

  private constructor(
    private readonly child: ChildProcess,
    readonly baseUrl: string,
  ) {}

  /** Statements its plugins have sent to the database since the start. */
  async statements(): Promise<number> {
    const answer = answerOf(this.child, 'statements');
    this.child.send('statements');
    return answer;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }
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
