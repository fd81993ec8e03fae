import { PolicyFile } from 'backstage-plugin-accountability-engine';
import { ReadLocation } from './PolicyLocation';

/** Bytes of one file. */
export const MOST_FILE_BYTES = 256 * 1024;
/** Files of one location. */
const MOST_FILES = 200;
/** Bytes of all files of one location. */
const MOST_BYTES = 5 * 1024 * 1024;

/** A file of policy that is there, and is not yet read. */
export interface FoundFile {
  /** As people know it, `team/gates.yaml`. */
  name: string;
  /** Where it is known before it is read. */
  size?: number;
  read(): Promise<Buffer>;
}

/** Whether a path is that of a file of policy. */
export function isPolicyPath(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}

/** Reads files in the order of their names, within what one location may hold. What `read` throws goes through. */
export async function gatherFiles(
  location: string,
  found: readonly FoundFile[],
): Promise<ReadLocation> {
  const failed = (because: string): ReadLocation => ({
    status: 'failed',
    because,
  });
  if (found.length > MOST_FILES) {
    return failed(
      `${location} holds ${found.length} files of policy, and at most ${MOST_FILES} are read: make several locations of it.`,
    );
  }
  const files: PolicyFile[] = [];
  let total = 0;
  for (const file of [...found].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const tooLarge = `${file.name} of ${location} is larger than ${
      MOST_FILE_BYTES / 1024
    } KiB, the most that is read: split it.`;
    if ((file.size ?? 0) > MOST_FILE_BYTES) return failed(tooLarge);
    const bytes = await file.read();
    if (bytes.length > MOST_FILE_BYTES) return failed(tooLarge);
    total += bytes.length;
    if (total > MOST_BYTES) {
      return failed(
        `The files of ${location} are larger than ${
          MOST_BYTES / 1024 / 1024
        } MiB together, the most that is read: make several locations of it.`,
      );
    }
    const text = bytes.toString('utf8');
    if (text.includes('\0')) {
      return failed(`${file.name} of ${location} is not text: mend it.`);
    }
    files.push({ name: file.name, text });
  }
  return { status: 'read', files };
}
