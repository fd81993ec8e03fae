import {
  Codeowners,
  CodeownersDialect,
  parseCodeowners,
} from 'backstage-plugin-accountability-engine';
import { handlesOf } from './handles/handlesOf';

/** A file with the keys under which its owners are looked up, by the owner as written. */
export interface ParsedFile {
  file: Codeowners;
  handles: ReadonlyMap<string, readonly string[]>;
}

/** Characters of the files that are kept in memory; parsing is pure, so that nothing there can be out of date. */
const MOST_KEPT = 8_000_000;
const kept = new Map<string, ParsedFile & { length: number }>();

/** Reads a file, or takes what was read of the same revision in the same dialect before. */
export function parseFile(given: {
  text: string;
  dialect: CodeownersDialect;
  /** Digest of the text; one without it is not kept. */
  revision?: string;
}): ParsedFile {
  const { text, dialect, revision } = given;
  const key = `${dialect} ${revision}`;
  const known = kept.get(key);
  if (known) {
    // The one that was asked for longest ago gives way first.
    kept.delete(key);
    kept.set(key, known);
    return known;
  }
  const file = parseCodeowners(text, dialect);
  const owners = new Set(file.rules.flatMap(rule => rule.owners));
  const parsed = {
    file,
    handles: new Map(
      [...owners].map(owner => [owner, handlesOf(owner, dialect)]),
    ),
  };
  if (revision !== undefined) keep(key, { ...parsed, length: text.length });
  return parsed;
}

function keep(key: string, parsed: ParsedFile & { length: number }): void {
  kept.set(key, parsed);
  let total = [...kept.values()].reduce((sum, { length }) => sum + length, 0);
  for (const [oldest, { length }] of kept) {
    if (total <= MOST_KEPT) break;
    kept.delete(oldest);
    total -= length;
  }
}
