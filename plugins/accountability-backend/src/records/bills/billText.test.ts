import fc from 'fast-check';
import { BillComponent, readBillText, writeBillText } from './billText';

const components = fc.array(
  fc.record(
    {
      purl: fc.constantFrom('pkg:a/a@1', 'pkg:a/b@1', 'pkg:a/ü@"1', 'none'),
      direct: fc.constant(true as const),
    },
    { requiredKeys: ['purl'] },
  ),
);

describe('components as text', () => {
  it('are the same in any order and however often', () => {
    fc.assert(
      fc.property(components, fc.array(fc.nat()), (list, keys) => {
        const shuffled = [...list, ...list]
          .map((one, index) => ({ one, key: keys[index] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);

        expect(writeBillText(shuffled)).toEqual(writeBillText(list));
      }),
    );
  });

  it('are read as what they were, direct where they were so anywhere', () => {
    fc.assert(
      fc.property(components, list => {
        const read = readBillText(writeBillText(list).text);

        const direct = (all: readonly BillComponent[]) =>
          new Set(all.filter(one => one.direct).map(({ purl }) => purl));
        expect(new Set(read.map(({ purl }) => purl)).size).toBe(read.length);
        expect(new Set(read.map(({ purl }) => purl))).toEqual(
          new Set(list.map(({ purl }) => purl)),
        );
        expect(direct(read)).toEqual(direct(list));
      }),
    );
  });

  it.each(['', '[]', 'null', '{"direct":1,"others":[2,null]}', '{"direct":'])(
    'are none where the text is %j',
    text => {
      expect(readBillText(text)).toEqual([]);
    },
  );
});
