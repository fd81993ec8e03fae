import { BuildRecord } from 'backstage-plugin-accountability-common';
import { built } from '../testing';
import { MINUTE } from '../time';
import { busyMs, runnerWeight } from './buildsMinutes';

describe('weight of a runner', () => {
  it.each([
    ['ubuntu-latest', 1],
    ['saas-linux-small-amd64', 1],
    ['docker, linux', 1],
    ['windows-2022', 2],
    ['saas-windows-medium-amd64', 2],
    ['macos-14-xlarge', 10],
    ['saas-macos-medium-m1', 10],
    ['darwin', 10],
    ['Windows', 2],
    ['machine-room-3', undefined],
    ['linux, windows', undefined],
    ['big-runner', undefined],
    [undefined, undefined],
  ])('%s weighs %s', (runner, gives) => {
    expect(runnerWeight(runner)).toBe(gives);
  });
});

describe('time of a runner', () => {
  const begun = built('b').startedAt;
  const unqueued = { queuedAt: undefined };

  it.each<{ given: string; build: Partial<BuildRecord>; gives?: number }>([
    { given: 'a job', build: {}, gives: 5 * MINUTE },
    { given: 'a run', build: { unit: 'run' }, gives: undefined },
    { given: 'one that goes on', build: { endedAt: undefined } },
    { given: 'one that ended before it began', build: { endedAt: begun - 1 } },
    {
      given: 'one queued and over at once',
      build: { endedAt: begun },
      gives: 0,
    },
    {
      given: 'one that failed and does not say since when it waited',
      build: { ...unqueued, result: 'failure' },
      gives: 5 * MINUTE,
    },
    {
      given: 'one of which only the end was told',
      build: { ...unqueued, endedAt: begun },
    },
    {
      given: 'one cancelled, perhaps before it began',
      build: { ...unqueued, result: 'cancellation' },
    },
    {
      given: 'one lost, perhaps before it began',
      build: { ...unqueued, result: 'error' },
    },
  ])('of $given is $gives', ({ build, gives }) => {
    expect(busyMs({ ...built('b'), ...build })).toBe(gives);
  });
});
