import { built } from '../testing';
import { HOUR } from '../time';
import { laterAmong, runOf } from './buildsAttempts';

describe('run of a build', () => {
  const github = 'github:run:acme/payments:42';
  const gitlab = 'gitlab:run:acme/payments:42';

  it.each([
    {
      given: 'an attempt at a run',
      id: `${github}:2`,
      attempt: 2,
      gives: github,
    },
    { given: 'a run without attempts', id: gitlab, attempt: 1, gives: gitlab },
    { given: 'a number that is none of an attempt', id: gitlab, gives: gitlab },
    {
      given: 'a job of an attempt',
      unit: 'job' as const,
      run: `${github}:3`,
      attempt: 3,
      gives: github,
    },
    {
      given: 'a retried job of one run',
      unit: 'job' as const,
      run: gitlab,
      attempt: 2,
      gives: gitlab,
    },
    {
      given: 'a job that names no run',
      unit: 'job' as const,
      gives: undefined,
    },
  ])('$given is of $gives', ({ given, gives, id = given, ...build }) => {
    expect(runOf(built(id, { attempt: undefined, ...build }))).toBe(gives);
  });
});

describe('an attempt', () => {
  const { startedAt, endedAt = startedAt } = built('a');

  it.each([
    { given: 'a higher number', build: { attempt: 2 }, gives: true },
    { given: 'the same number', build: { startedAt: endedAt }, gives: false },
    {
      given: 'a higher number that began earlier',
      build: { attempt: 2, startedAt: startedAt - HOUR },
      gives: true,
    },
    {
      given: 'no number, begun when the first was over',
      build: { attempt: undefined, startedAt: endedAt },
      gives: true,
    },
    {
      given: 'no number, begun meanwhile',
      build: { attempt: undefined, startedAt: startedAt + 1 },
      gives: false,
    },
    {
      given: 'no number, begun before',
      build: { attempt: undefined, startedAt: startedAt - HOUR },
      gives: false,
    },
  ])('is followed by one of $given: $gives', ({ build, gives }) => {
    const isFollowed = laterAmong([built('b', build)]);

    expect(isFollowed(built('a'))).toBe(gives);
  });
});
