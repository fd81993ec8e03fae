import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { plainSpelling } from '../packageName';

/** A longer line is of no package. */
const LONGEST_LINE = 8 * 1024 * 1024;
/** So many are found; a file of more is to be split. */
const MOST_LINES = 1_000_000;

/** Where in a file each package is. */
export interface LineIndex {
  /** By package url in its plain spelling; bytes. Of a package that comes twice the later line. */
  places: ReadonlyMap<string, { start: number; length: number }>;
  /** How many lines are none of a package. */
  unreadable: number;
}

const lineSchema = z.object({ package: z.string() });

/** Goes through a file of JSON lines once; throws where it cannot be read. */
export async function lineIndex(
  path: string,
  signal: AbortSignal,
): Promise<LineIndex> {
  const places = new Map<string, { start: number; length: number }>();
  let unreadable = 0;
  for await (const { bytes, start, length } of linesOf(path, signal)) {
    const name = bytes && nameIn(bytes);
    if (name !== undefined) places.set(plainSpelling(name), { start, length });
    else if (length > 0) unreadable++;
    if (places.size + unreadable > MOST_LINES) {
      throw new Error(`it has more than ${MOST_LINES} lines`);
    }
  }
  return { places, unreadable };
}

interface Line {
  /** Undefined where it is too long. */
  bytes?: Buffer;
  start: number;
  length: number;
}

async function* linesOf(
  path: string,
  signal: AbortSignal,
): AsyncGenerator<Line> {
  let start = 0;
  let length = 0;
  let parts: Buffer[] = [];
  const take = (part: Buffer) => {
    length += part.length;
    if (length <= LONGEST_LINE) parts.push(part);
  };
  const end = (): Line => {
    const isWhole = length <= LONGEST_LINE;
    const line = {
      start,
      length,
      bytes: isWhole ? Buffer.concat(parts) : undefined,
    };
    start += length + 1;
    length = 0;
    parts = [];
    return line;
  };
  for await (const chunk of createReadStream(path, { signal })) {
    let rest = Buffer.from(chunk);
    for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10)) {
      take(rest.subarray(0, at));
      yield end();
      rest = rest.subarray(at + 1);
    }
    take(rest);
  }
  if (length > 0) yield end();
}

function nameIn(bytes: Buffer): string | undefined {
  try {
    return lineSchema.parse(JSON.parse(bytes.toString('utf8'))).package;
  } catch {
    return undefined;
  }
}
