import { ago, merged } from '../testing';
import { MINUTE } from '../time';
import { isRubberStamp } from '.';

const openedAt = ago(3, 'd');
const approve = {
  verdict: 'approve',
  kind: 'person',
  by: 'ben',
  comments: 0,
  at: openedAt + 6 * MINUTE,
} as const;
const change = (given: Parameters<typeof merged>[1]) =>
  merged('c', {
    startedAt: openedAt,
    endedAt: ago(2, 'd'),
    author: 'ada',
    additions: 60,
    deletions: 0,
    reviews: [approve],
    ...given,
  });

describe('a rubber stamp', () => {
  it.each([
    // 500 lines an hour are 50 in six minutes.
    { given: '60 lines in six minutes', change: {}, gives: true },
    {
      given: '50 lines in six minutes',
      change: { additions: 50 },
      gives: false,
    },
    { given: '49 lines', change: { additions: 49 }, gives: undefined },
    {
      given: '60 lines, 20 of them of code',
      change: {
        code: { files: 1, sources: 1, tests: 0, additions: 20, deletions: 0 },
      },
      gives: undefined,
    },
    {
      given: 'a last commit two minutes before the approval',
      change: { additions: 50, headCommitAt: openedAt + 4 * MINUTE },
      gives: true,
    },
    {
      given: 'a last commit after the approval, which was not approved',
      change: { additions: 50, headCommitAt: ago(2, 'd') },
      gives: false,
    },
    {
      given: 'a remark',
      change: { reviews: [{ ...approve, comments: 1 }] },
      gives: false,
    },
    {
      given: 'a remark of the author alone',
      change: {
        reviews: [
          approve,
          { ...approve, by: 'ada', verdict: 'comment' as const, comments: 3 },
        ],
      },
      gives: true,
    },
    {
      given: 'remarks that nobody counted',
      change: { reviews: [{ ...approve, comments: undefined }] },
      gives: undefined,
    },
    { given: 'no approval', change: { reviews: [] }, gives: undefined },
    {
      given: 'reviews not told',
      change: { reviews: undefined },
      gives: undefined,
    },
    {
      given: 'a size not told',
      change: { additions: undefined },
      gives: undefined,
    },
  ])('is $gives with $given', ({ change: given, gives }) => {
    expect(isRubberStamp(change(given))).toBe(gives);
  });
});
