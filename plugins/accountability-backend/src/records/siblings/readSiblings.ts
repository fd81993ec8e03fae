import { sortedIndexBy, sortedLastIndexBy } from 'lodash';
import { Knex } from 'knex';
import { among } from '../../database/among';
import { writeInstant } from '../../database/instants';
import { ChangeTopicRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';
import { readTopical } from './readTopical';
import { mostSharing, siblingMs } from './siblingRules';
import { Topical } from './topicsOfChange';

/** A change, and one of another subject that was merged within 24 hours of it under the same topic. */
export interface Sibling {
  change: string;
  /** The other's record id and subject, and when the later of both was merged, epoch milliseconds. */
  other: string;
  subject: string;
  at: number;
  /** From then on so many share the topic that they are siblings no more, epoch milliseconds; absent where they never do. */
  until?: number;
}

/** Pairs of siblings, each once however many topics they share. */
class Pairs {
  private readonly known = new Map<string, Map<string, Sibling>>();
  private readonly subjects = new Map<string, Sibling[]>();

  /** Adds those of a change among all of a topic, the oldest first. */
  add(one: Topical, changes: readonly Topical[]): void {
    const { near, until } = nearOf(one, changes);
    for (const { change: other, subject, at: merged } of near) {
      const at = Math.max(one.at, merged);
      if (subject === one.subject || (until !== undefined && at >= until)) {
        continue;
      }
      this.keep(one, { change: one.change, other, subject, at, until });
    }
  }

  bySubject(): Map<string, Sibling[]> {
    return this.subjects;
  }

  private keep({ change, subject }: Topical, sibling: Sibling): void {
    const others = this.known.get(change) ?? new Map<string, Sibling>();
    this.known.set(change, others);
    const before = others.get(sibling.other);
    if (before) {
      before.until = latest(before.until, sibling.until);
      return;
    }
    others.set(sibling.other, sibling);
    const ofSubject = this.subjects.get(subject);
    if (ofSubject) ofSubject.push(sibling);
    else this.subjects.set(subject, [sibling]);
  }
}

/**
 * Siblings of changes merged in the stretch of time, by the subject of the
 * change, in one statement. Under a topic that more than 30 subjects share
 * around a change it has none, as of when the 31st came.
 */
export async function readSiblings(
  knex: Knex,
  asked: { subjects: readonly string[]; from: number; to: number },
): Promise<Map<string, Sibling[]>> {
  const { subjects, from, to } = asked;
  if (subjects.length === 0) return new Map();
  const mergedSince = (at: number) =>
    knex<ChangeTopicRow>('change_topics').whereBetween('merged_at', [
      writeInstant(at),
      writeInstant(to),
    ]);
  const { sql, bindings } = whereAny(
    mergedSince(from).select('topic'),
    'subject',
    subjects,
  ).toSQL();
  const topics = await readTopical(
    mergedSince(from - siblingMs).whereRaw(
      `topic ${among(knex, sql)}`,
      bindings,
    ),
  );
  const own = new Set(subjects);
  const pairs = new Pairs();
  for (const changes of topics.values()) {
    for (const one of changes) {
      if (one.at >= from && own.has(one.subject)) pairs.add(one, changes);
    }
  }
  return pairs.bySubject();
}

/** The later of two ends; there is none where one of them never comes. */
function latest(one?: number, other?: number): number | undefined {
  return one === undefined || other === undefined
    ? undefined
    : Math.max(one, other);
}

/** What was merged within a day of a change, up to the one with which the topic is shared too widely. */
function nearOf(one: Topical, changes: readonly Topical[]) {
  const first = sortedIndexBy(
    changes,
    { ...one, at: one.at - siblingMs },
    ({ at }) => at,
  );
  const last = sortedLastIndexBy(
    changes,
    { ...one, at: one.at + siblingMs },
    ({ at }) => at,
  );
  // So few are of no more subjects.
  if (last - first <= mostSharing) return { near: changes.slice(first, last) };
  const sharing = new Set<string>();
  for (let place = first; place < last; place++) {
    sharing.add(changes[place].subject);
    if (sharing.size > mostSharing) {
      return { near: changes.slice(first, place), until: changes[place].at };
    }
  }
  return { near: changes.slice(first, last) };
}
