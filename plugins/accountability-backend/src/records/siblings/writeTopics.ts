import { ChangeRecord } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { insertRows } from '../../database/insertRows';
import { whereAny } from '../../database/whereAny';
import { lockSlots } from '../lockSlots';
import { readSharing } from './readSharing';
import { Topical, topicsOfChange } from './topicsOfChange';

/**
 * Brings the topics of changes in line with records that are written anew, so
 * that order, repetition and replay end in the same rows, and gives the subjects
 * whose changes gained or lost a sibling by it. Call it once a transaction, with
 * the heads of the records locked.
 */
export async function writeTopics(
  trx: Knex,
  given: {
    before: readonly ChangeRecord[];
    after: readonly ChangeRecord[];
  },
): Promise<Set<string>> {
  const before = keyed(given.before);
  const after = keyed(given.after);
  if (before.size + after.size === 0) return new Set();
  // Two writers of siblings must not miss each other's.
  await lockSlots(trx, {
    kind: 'accountability.topics',
    names: [...before.values(), ...after.values()].map(({ topic }) => topic),
  });
  const gone = missing(before, after);
  if (gone.length > 0) {
    await whereAny(
      trx('change_topics'),
      'record_id',
      gone.map(({ change }) => change),
    ).delete();
  }
  // All of them, also what has not changed: a release before this one wrote none.
  await insertRows(
    trx,
    { table: 'change_topics', key: ['record_id', 'topic'] },
    [...after.values()].map(({ topic, change, subject, at }) => ({
      record_id: change,
      topic,
      subject,
      merged_at: writeInstant(at),
    })),
  );
  return readSharing(trx, [...gone, ...missing(after, before)]);
}

function keyed(changes: readonly ChangeRecord[]): Map<string, Topical> {
  const known = new Map<string, Topical>();
  for (const one of changes.flatMap(topicsOfChange)) {
    known.set(`${one.change} ${one.topic}`, one);
  }
  return new Map([...known].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What one has that another has not, or has elsewhere. */
function missing(
  one: ReadonlyMap<string, Topical>,
  other: ReadonlyMap<string, Topical>,
): Topical[] {
  return [...one].flatMap(([key, topical]) => {
    const same = other.get(key);
    return same?.subject === topical.subject && same.at === topical.at
      ? []
      : [topical];
  });
}
