import { heatFrom, readCell } from './readCell';

const cell = ([notPassing, known, applicable]: readonly number[]) => ({
  notPassing,
  known,
  applicable,
});

describe('readCell', () => {
  it.each([
    { given: [0, 0, 0], gives: 'none' },
    { given: [0, 0, 9], gives: 'unknown' },
    { given: [4, 4, 9], gives: 'unknown' },
    { given: [0, 5, 10], gives: 'share' },
    { given: [0, 9, 9], gives: 'share' },
  ] as const)('$given is read as $gives', ({ given, gives }) => {
    expect(readCell(cell(given)).is).toBe(gives);
  });

  it.each([
    { given: 0, gives: 0 },
    { given: 74, gives: 0 },
    { given: 75, gives: 1 },
    { given: 154, gives: 1 },
    { given: 155, gives: 2 },
    { given: 254, gives: 2 },
    { given: 255, gives: 3 },
    { given: 374, gives: 3 },
    { given: 375, gives: 4 },
    { given: 1000, gives: 4 },
  ])(
    'a share of $given in 1,000 has colour $gives, as the percent printed says',
    ({ given, gives }) => {
      expect(readCell(cell([given, 1000, 1000]))).toMatchObject({
        heat: gives,
      });
    },
  );

  it('has a colour from nothing on', () => {
    expect(heatFrom[0]).toBe(0);
  });

  it.each([
    { given: { notPassing: 7, known: 100 }, gives: 3 },
    { given: { notPassing: 13, known: 100 }, gives: -3 },
    { given: { notPassing: 8, known: 100 }, gives: undefined },
    { given: { notPassing: 0, known: 0 }, gives: undefined },
    { given: { notPassing: 0, known: 49 }, gives: undefined },
  ])('10 of 100, after $given, moved by $gives points', ({ given, gives }) => {
    expect(readCell({ ...cell([10, 100, 100]), before: given })).toEqual({
      is: 'share',
      percent: 10,
      heat: 1,
      ...(gives !== undefined && { moved: gives }),
    });
  });
});
