import { runCli } from './runCli';

/** Runs the command line of this process. */
export async function main(): Promise<void> {
  process.exitCode = await runCli(process.argv.slice(2), {
    env: process.env,
    out: text => process.stdout.write(text),
    err: text => process.stderr.write(text),
    clock: () => performance.now(),
    isTerminal: process.stderr.isTTY,
    onInterrupt: callBack => {
      process.once('SIGINT', callBack);
      return () => process.off('SIGINT', callBack);
    },
  });
}
