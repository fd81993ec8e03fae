import { recordKinds } from 'backstage-plugin-accountability-common';
import { assessAlone } from '../measures/assessAlone';
import { busyRecords } from './busyRecords';

const day = 86_400_000;

describe('busyRecords', () => {
  const now = Date.now();
  const subject = 'github:acme/busy';
  const records = busyRecords({ subject, now }, 2000);

  it('gives as many as asked for, each once, of every kind', () => {
    expect(records).toHaveLength(2000);
    expect(new Set(records.map(({ id }) => id)).size).toBe(2000);
    expect(new Set(records.map(({ kind }) => kind))).toEqual(
      new Set(recordKinds),
    );
  });

  it.each([
    { kinds: ['build', 'alert'], days: 28 },
    { kinds: ['deployment', 'incident', 'change', 'finding'], days: 90 },
  ])('has $kinds of the last $days days', ({ kinds, days }) => {
    const ends = records
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ startedAt, endedAt = startedAt }) => endedAt);

    expect(Math.min(...ends)).toBeGreaterThanOrEqual(now - days * day);
    expect(Math.max(...ends)).toBeLessThan(now + day);
  });

  // What is summed up elsewhere (authorship, pools), read from repositories and told by groups, it has not.
  it('gives most facts something to work out', () => {
    const service = { entityRef: 'component:default/busy', subject };

    const { facts } = assessAlone(service, records);

    const known = facts.filter(({ status }) => status === 'known');
    expect(known.length).toBeGreaterThan(facts.length * 0.7);
  });
});
