import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { isError } from '@backstage/errors';
import { z } from 'zod';
import { answerOf } from '../answerOf';
import { packageName, plainSpelling } from '../packageName';
import { Allowed, PackageAnswer, PackageSource } from '../PackageSource';
import { isAllowed } from '../isAllowed';
import { LineIndex, lineIndex } from './lineIndex';

const lineSchema = z.object({
  package: z.string(),
  versions: z.record(z.string(), z.unknown()),
  deprecated: z.array(z.string()).optional(),
});

/** A file of JSON lines that an operator puts in its place; read again when it changed. */
export function fileSource(
  path: string,
  { id, allowed }: { id: string; allowed: Allowed },
): PackageSource {
  const findPlaces = placesOf(path);
  return {
    id,
    allowed,
    isFor: name => packageName(name) !== undefined && isAllowed(name, allowed),
    read: async (name, { etag, signal }) => {
      try {
        const { places, unreadable } = await findPlaces(signal);
        const place = places.get(plainSpelling(name));
        if (!place) return absent(path, unreadable);
        const line = await readPlace(path, place);
        const digest = createHash('sha256').update(line).digest('hex');
        if (digest === etag) return { status: 'same' };
        return toAnswer(line, { name, path, etag: digest });
      } catch (error) {
        const why = isError(error) ? error.message.slice(0, 200) : 'unknown';
        return { status: 'fault', because: `${path} cannot be read: ${why}.` };
      }
    },
  };
}

/** Gives where the packages of a file are, and looks again only where the file is another. */
function placesOf(path: string): (signal: AbortSignal) => Promise<LineIndex> {
  let known: { version: string; index: Promise<LineIndex> } | undefined;
  return async signal => {
    const { mtimeMs, size, ino } = await stat(path);
    const version = `${mtimeMs} ${size} ${ino}`;
    if (known?.version !== version) {
      const index = lineIndex(path, signal);
      known = { version, index };
      // What went wrong once is tried again.
      index.catch(() => {
        known = undefined;
      });
    }
    return known.index;
  };
}

async function readPlace(
  path: string,
  { start, length }: { start: number; length: number },
): Promise<string> {
  const file = await open(path);
  try {
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await file.read(bytes, 0, length, start);
    return bytes.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

function absent(path: string, unreadable: number): PackageAnswer {
  const besides =
    unreadable > 0
      ? `; ${unreadable} of its lines are not {"package": …, "versions": …} and were left out`
      : '';
  return { status: 'absent', because: `${path} does not name it${besides}.` };
}

function toAnswer(
  line: string,
  { name, path, etag }: { name: string; path: string; etag: string },
): PackageAnswer {
  const read = lineSchema.parse(JSON.parse(line));
  if (plainSpelling(read.package) !== plainSpelling(name)) {
    return {
      status: 'fault',
      because: `${path} became another while it was read; it is read again.`,
    };
  }
  const withdrawn = new Set(read.deprecated);
  return answerOf(
    Object.entries(read.versions).map(([version, at]) => ({
      version,
      at,
      withdrawn: withdrawn.has(version),
    })),
    { where: `${path} of ${name}`, etag },
  );
}
