import { ago, merged } from '../testing';
import { approvalsOf, countApprovals } from '.';

const at = ago(3, 'd');
const approve = { verdict: 'approve', kind: 'person', at } as const;
const reviewed = (
  reviews: Parameters<typeof merged>[1] & {},
): ReturnType<typeof merged> =>
  merged('c', { approvals: undefined, author: 'ada', ...reviews });

describe('approvals of a change', () => {
  it.each([
    {
      given: 'by somebody else',
      reviews: [{ ...approve, by: 'ben' }],
      gives: 1,
    },
    {
      given: 'twice by the same person',
      reviews: [
        { ...approve, by: 'ben' },
        { ...approve, by: 'ben' },
      ],
      gives: 1,
    },
    {
      given: 'taken back by asking for changes',
      reviews: [
        { ...approve, by: 'ben' },
        { ...approve, by: 'ben', verdict: 'reject' as const },
      ],
      gives: 0,
    },
    {
      given: 'kept when a remark follows',
      reviews: [
        { ...approve, by: 'ben' },
        { ...approve, by: 'ben', verdict: 'comment' as const },
      ],
      gives: 1,
    },
    { given: 'of its author', reviews: [{ ...approve, by: 'ada' }], gives: 0 },
    { given: 'of its sponsor', reviews: [{ ...approve, by: 'cyd' }], gives: 0 },
    {
      given: 'by a machine',
      reviews: [{ ...approve, kind: 'bot' as const, by: 'bot' }],
      gives: 0,
    },
    {
      given: 'after the merge',
      reviews: [{ ...approve, by: 'ben', at: ago(1, 'd') }],
      gives: 0,
    },
    {
      given: 'by people who are not named',
      reviews: [approve, approve],
      gives: 2,
    },
  ])('number $gives $given', ({ reviews, gives }) => {
    const change = reviewed({ reviews, sponsor: 'cyd' });

    expect(approvalsOf(change)).toHaveLength(gives);
    expect(countApprovals(change)).toBe(gives);
  });

  it('are unknown where the only one is of an account that is gone', () => {
    const gone = { verdict: 'approve', at } as const;

    expect(approvalsOf(reviewed({ reviews: [gone] }))).toBeUndefined();
    expect(
      approvalsOf(reviewed({ reviews: [gone, { ...approve, by: 'ben' }] })),
    ).toHaveLength(1);
  });

  it('of a sponsor do not count, though the source counts them', () => {
    const change = reviewed({
      sponsor: 'cyd',
      approvals: 1,
      reviews: [{ ...approve, by: 'cyd' }],
    });

    expect(countApprovals(change)).toBe(0);
  });

  it('are unknown where nobody told of reviews', () => {
    expect(approvalsOf(reviewed({}))).toBeUndefined();
    expect(countApprovals(reviewed({}))).toBeUndefined();
  });

  it('count as the source counted them where it did', () => {
    const change = reviewed({ approvals: 2, reviews: [] });

    expect(countApprovals(change)).toBe(2);
  });
});
