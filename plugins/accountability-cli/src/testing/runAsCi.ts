import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';

/** Runs a script by `sh -e` in a folder, as CI does, with nothing in its environment but what is given and a path to node. */
export async function runAsCi(
  script: string,
  { env, cwd }: { env: Record<string, string>; cwd: string },
): Promise<{ out: string; err: string; code: number | null }> {
  const child = spawn('sh', ['-e', '-c', script], {
    cwd,
    env: { PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, ...env },
  });
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>(done => child.on('close', done)),
  ]);
  return { out, err, code };
}
