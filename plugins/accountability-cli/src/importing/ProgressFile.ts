import { createHash } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Summary } from './Summary';

/** How far an import has come. */
export interface Progress {
  /** Line up to which every row is dealt with. */
  lastLine: number;
  summary: Summary;
}

/**
 * Remembers how far an import has come, for a run after a stop. It belongs to
 * one content, one mapping and one address: for anything else it is not there.
 */
export class ProgressFile {
  readonly path: string;

  constructor(
    private readonly options: {
      input: string;
      /** Kept just here; else beside the input, under a name of its own. */
      file?: string;
      stateDir?: string;
      /** Digest of everything the import depends on. */
      identity: string;
    },
  ) {
    const { input, file, stateDir, identity } = options;
    const short = createHash('sha256')
      .update(identity)
      .digest('hex')
      .slice(0, 12);
    this.path =
      file ??
      join(
        stateDir ?? dirname(input),
        `.${basename(input)}.${short}.import.json`,
      );
  }

  async read(): Promise<Progress | undefined> {
    try {
      const saved = JSON.parse(await readFile(this.path, 'utf8'));
      return saved.identity === this.options.identity ? saved : undefined;
    } catch {
      // Absent or cut off: the import starts over, and the server knows duplicates.
      return undefined;
    }
  }

  /** Written whole or not at all. */
  async write(progress: Progress): Promise<void> {
    const { identity } = this.options;
    await writeFile(
      `${this.path}.new`,
      JSON.stringify({ identity, ...progress }),
    );
    await rename(`${this.path}.new`, this.path);
  }

  async remove(): Promise<void> {
    await rm(this.path, { force: true });
  }
}
