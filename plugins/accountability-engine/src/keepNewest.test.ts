import fc from 'fast-check';
import { keepNewest, RecordOrder } from './keepNewest';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const order: RecordOrder = {
  ids,
  places: new Map(ids.map((id, place) => [id, place])),
};

/** As it is said in words, with no thought for speed. */
function plainly(some: readonly string[], most?: number) {
  const place = (id: string) => ids.indexOf(id);
  const distinct = [...new Set(some)].sort(
    (a, b) => place(b) - place(a) || (a < b ? 1 : -1),
  );
  return { kept: distinct.slice(0, most), count: distinct.length };
}

describe('keepNewest', () => {
  it.each([
    { some: ['a', 'c', 'b'], most: 2, kept: ['c', 'b'], count: 3 },
    { some: ['a', 'b', 'c'], most: undefined, kept: ['c', 'b', 'a'], count: 3 },
    { some: ['b', 'b', 'a'], most: 5, kept: ['b', 'a'], count: 2 },
    { some: ['x', 'a', 'y'], most: 2, kept: ['a', 'y'], count: 3 },
    { some: [], most: 2, kept: [], count: 0 },
  ])('$most of $some are $kept', ({ some, most, kept, count }) => {
    expect(keepNewest(some, order, most)).toEqual({ kept, count });
  });

  it('keeps what sorting all of them would put first', () => {
    const id = fc.constantFrom(...ids, 'x', 'y');
    const most = fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(id, { maxLength: 20 }), most, (some, limit) => {
        expect(keepNewest(some, order, limit)).toEqual(plainly(some, limit));
      }),
    );
  });
});
