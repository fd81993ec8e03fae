import { areasOf } from './areasOf';

const many = Array.from({ length: 30 }, (_, n) => `a${n + 10}/x.ts`);

describe('the areas of a change', () => {
  it.each([
    { given: ['src/api/x.ts'], gives: ['src/api'] },
    { given: ['src/api/v1/deep/x.ts'], gives: ['src/api'] },
    { given: ['src/x.ts'], gives: ['src'] },
    { given: ['README.md'], gives: ['.'] },
    { given: ['src/api/x.ts', 'src/api/y.ts'], gives: ['src/api'] },
    { given: ['b/x.ts', 'a/x.ts'], gives: ['a', 'b'] },
    { given: [], gives: [] },
  ])('of $given are $gives', ({ given, gives }) => {
    expect(areasOf(given)).toEqual(gives);
  });

  it('are the 20 with the most paths', () => {
    const areas = areasOf([...many, 'z/x.ts', 'z/y.ts']);

    expect(areas).toHaveLength(20);
    expect(areas).toContain('z');
    expect(areas).not.toContain('a39');
  });

  it('are short enough for an index', () => {
    const [area] = areasOf([`${'😀'.repeat(300)}/x.ts`]);

    expect([...area]).toHaveLength(200);
  });
});
