import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Library } from './libraries';

/** Writes when the versions of the company's libraries were released, one library a line, as a source of packages reads it. */
export async function writeReleases(
  path: string,
  all: readonly Library[],
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const lines = all.map(({ package: name, releases }) =>
    JSON.stringify({
      package: name,
      versions: Object.fromEntries(
        releases.map(({ version, at }) => [
          version,
          new Date(at).toISOString(),
        ]),
      ),
    }),
  );
  await writeFile(path, `${lines.join('\n')}\n`);
}
