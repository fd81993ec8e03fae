import {
  ChangeEvent,
  ChangeRecord,
} from 'backstage-plugin-accountability-common';
import {
  AuthorshipDay,
  FactDefinition,
  nobodyKnown,
} from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { readPeople } from '../../../ownership';
import { SubjectAuthorship, readAuthorship } from '../../../records';
import { JudgeSettings } from '../JudgeSettings';
import { whatIsRead } from '../whatIsRead';
import { Contributions, noContributions } from './Contributions';
import { authorshipReachMs } from './authorshipAt';

interface Asked {
  facts: readonly FactDefinition[];
  settings: JudgeSettings;
  subjects: readonly string[];
  /** What names contributors; anything else is passed over. */
  named: Iterable<object>;
  /** The first instant that is asked about, and the last. */
  from: number;
  to: number;
}

/**
 * Reads who worked on what of the subjects, and who everybody is that this or
 * the changes name, in a fixed number of statements; none where no fact looks
 * at it.
 */
export async function readContributions(
  knex: Knex,
  { facts, settings, subjects, named, from, to }: Asked,
): Promise<Contributions> {
  const isRead = whatIsRead(facts);
  if (!isRead('people') && !isRead('authorship')) return noContributions;
  const rows = isRead('authorship')
    ? await readAuthorship(knex, {
        subjects,
        from: from - authorshipReachMs,
        to,
      })
    : [];
  const keys = new Set(rows.map(({ contributor }) => contributor));
  for (const one of named) if (isChange(one)) addNamed(one, keys);
  const { personOf, ...people } = await readPeople(knex, {
    contributors: [...keys],
  });
  const least = settings.leastPeople ?? nobodyKnown.least;
  return {
    people: { ...people, least },
    authorship: bySubject(rows, personOf),
    personOf,
  };
}

function isChange(one: object): one is ChangeEvent | ChangeRecord {
  return 'kind' in one && one.kind === 'change';
}

function addNamed(
  { author, sponsor, reviews = [], ...rest }: ChangeEvent | ChangeRecord,
  keys: Set<string>,
): void {
  const reviewed = 'review' in rest && rest.review ? [rest.review] : [];
  const by = [...reviews, ...reviewed].map(review => review.by);
  for (const key of [author, sponsor, ...by]) {
    if (key !== undefined) keys.add(key);
  }
}

/** What one person did under several keys on a day is one. */
function bySubject(
  rows: readonly SubjectAuthorship[],
  personOf: ReadonlyMap<string, string>,
): Map<string, AuthorshipDay[]> {
  const subjects = new Map<string, AuthorshipDay[]>();
  const known = new Map<string, AuthorshipDay>();
  for (const { subject, ...row } of rows) {
    const contributor = personOf.get(row.contributor) ?? row.contributor;
    const key = `${contributor} ${row.day} ${subject} ${row.area}`;
    const before = known.get(key);
    if (before) {
      before.changes += row.changes;
      before.reviews += row.reviews;
      continue;
    }
    const day = { ...row, contributor };
    known.set(key, day);
    const ofSubject = subjects.get(subject);
    if (ofSubject) ofSubject.push(day);
    else subjects.set(subject, [day]);
  }
  return subjects;
}
