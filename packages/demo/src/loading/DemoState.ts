import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What outlives a start of the demo: its size, its end, and how far it was loaded. */
export interface DemoState {
  seed: string;
  services: number;
  teams: number;
  days: number;
  now: number;
  /** Deliveries taken so far, from the start. */
  taken: number;
  loaded: boolean;
}

/** Reads the state, or starts one that ends at `now`. */
export async function readDemoState(
  path: string,
  fresh: Omit<DemoState, 'taken' | 'loaded'>,
): Promise<DemoState> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (!isMissing(error)) throw error;
    const state = { ...fresh, taken: 0, loaded: false };
    await writeDemoState(path, state);
    return state;
  }
}

/** Writes the state whole or not at all: a stop in between leaves the one before. */
export async function writeDemoState(
  path: string,
  state: DemoState,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, `${JSON.stringify(state, null, 2)}\n`);
  await rename(`${path}.new`, path);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
