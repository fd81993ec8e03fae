import { DAY } from '../time';
import { ourLifecycles } from './ourLifecycles';

describe('our own table of lifecycles', () => {
  it('has whole days of this century', () => {
    const ends = ourLifecycles.flatMap(({ cycles }) =>
      cycles.flatMap(({ eolFrom }) => eolFrom ?? []),
    );

    expect(ends.length).toBeGreaterThan(60);
    expect(ends.filter(at => !(at % DAY === 0))).toEqual([]);
    expect(Math.min(...ends)).toBeGreaterThan(Date.UTC(2019, 0));
    expect(Math.max(...ends)).toBeLessThan(Date.UTC(2035, 0));
  });

  it('names each product and each package once', () => {
    const products = ourLifecycles.map(({ product }) => product);
    const packages = ourLifecycles.flatMap(one => one.packages);

    expect(new Set(products).size).toBe(products.length);
    expect(new Set(packages).size).toBe(packages.length);
  });

  // As the vendors state them, written down apart from the table.
  it.each([
    { given: 'nodejs 22', gives: '2027-04-30' },
    { given: 'python 3.12', gives: '2028-10-31' },
    { given: 'eclipse-temurin 21', gives: '2029-12-31' },
    { given: 'dotnet 8', gives: '2026-11-10' },
    { given: 'postgresql 16', gives: '2028-11-09' },
    { given: 'alpine-linux 3.20', gives: '2026-04-01' },
  ])('has $given until $gives', ({ given, gives }) => {
    const [product, name] = given.split(' ');
    const cycle = ourLifecycles
      .find(one => one.product === product)
      ?.cycles.find(one => one.name === name);

    expect(cycle?.eolFrom).toBe(Date.parse(gives));
  });
});
