import { ConfigReader } from '@backstage/config';
import { readPolling } from './readPolling';

const streams = { all: ['a', 'b', 'c'], usual: ['a', 'b'] };
const read = (poll: object | undefined) =>
  readPolling(
    new ConfigReader({
      accountability: { sources: { acme: { secrets: ['s'], poll } } },
    }),
    'acme',
    streams,
  );

describe('readPolling', () => {
  it.each([
    { given: 'no block', poll: undefined },
    { given: 'a block that is off', poll: { enabled: false } },
  ])('polls nothing with $given', ({ poll }) => {
    expect(read(poll)).toBeUndefined();
  });

  it('has usual settings', () => {
    expect(read({ enabled: true })).toMatchObject({
      settings: {
        everyMs: 30 * 60_000,
        overlapMs: 60 * 60_000,
        sinceMs: 14 * 86_400_000,
      },
      leave: 0.5,
      streams: ['a', 'b'],
    });
  });

  it('takes what is set, within reason', () => {
    expect(
      read({
        every: { seconds: 1 },
        overlap: '2 hours',
        since: { days: 4000 },
        leave: 0,
        streams: ['c'],
      }),
    ).toMatchObject({
      settings: {
        everyMs: 60_000,
        overlapMs: 7_200_000,
        sinceMs: 365 * 86_400_000,
      },
      leave: 0,
      streams: ['c'],
    });
  });

  it.each([
    { poll: { streams: ['a', 'x'] }, gives: 'streams names x' },
    { poll: { leave: 1 }, gives: 'leave is 1' },
    { poll: { every: 'often' }, gives: 'every' },
  ])('does not start with $poll', ({ poll, gives }) => {
    expect(() => read(poll)).toThrow(gives);
  });
});
