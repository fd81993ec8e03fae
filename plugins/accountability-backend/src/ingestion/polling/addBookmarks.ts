import { Poller } from 'backstage-plugin-accountability-node';
import { Knex } from 'knex';
import { chunk } from 'lodash';
import { writeInstant } from '../../database/instants';
import { PollBookmarkRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';

/** knex writes rows for SQLite as a compound select, which takes 500. */
const MOST_ROWS = 500;

/** Gives each stream and subject that has no bookmark one, due at once: the first pass goes back a span from now, however late it succeeds. */
export async function addBookmarks(
  knex: Knex,
  given: { poller: Poller; subjects: readonly string[]; now: number },
): Promise<void> {
  const { poller, subjects } = given;
  for (const { id, scope } of poller.streams) {
    const wanted = scope === 'source' ? [''] : subjects;
    const known = await readKnown(knex, {
      source: poller.source,
      stream: id,
      subjects: wanted,
    });
    const rows = wanted
      .filter(subject => !known.has(subject))
      .map(subject =>
        newRow({ source: poller.source, stream: id, subject }, given),
      );
    for (const part of chunk(rows, MOST_ROWS)) {
      await knex<PollBookmarkRow>('poll_bookmarks')
        .insert(part)
        .onConflict(['source', 'stream', 'subject'])
        .ignore();
    }
  }
}

async function readKnown(
  knex: Knex,
  given: { source: string; stream: string; subjects: readonly string[] },
): Promise<Set<string>> {
  const { source, stream, subjects } = given;
  const rows: string[] = await whereAny(
    knex('poll_bookmarks').where({ source, stream }),
    'subject',
    subjects,
  ).pluck('subject');
  return new Set(rows);
}

function newRow(
  key: Pick<PollBookmarkRow, 'source' | 'stream' | 'subject'>,
  { poller, now }: { poller: Poller; now: number },
): PollBookmarkRow {
  return {
    ...key,
    bookmark: writeInstant(Math.max(0, now - poller.settings.sinceMs)),
    pass: null,
    etag: null,
    polled_at: null,
    next_at: writeInstant(now),
    failures: 0,
    trouble: null,
    limited_until: null,
    asked_at: null,
    lease: null,
    leased_until: null,
  };
}
