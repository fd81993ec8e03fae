import fc from 'fast-check';
import { buildGroupTree } from './buildGroupTree';

const ref = (n: number) => `group:default/g${String(n).padStart(2, '0')}`;

describe('buildGroupTree', () => {
  it('cuts a circle at its smallest ref and reports it', () => {
    const tree = buildGroupTree([
      { groupRef: 'c', title: 'c', parent: 'b' },
      { groupRef: 'b', title: 'b', parent: 'a' },
      { groupRef: 'a', title: 'a', parent: 'c' },
      { groupRef: 'd', title: 'd', parent: 'b' },
    ]);

    expect(tree.problems).toMatchObject([
      { entityRef: 'a', problem: 'group-cycle' },
    ]);
    expect(tree.closure.filter(pair => pair.descendant === 'd')).toEqual([
      { ancestor: 'd', descendant: 'd', depth: 0 },
      { ancestor: 'b', descendant: 'd', depth: 1 },
      { ancestor: 'a', descendant: 'd', depth: 2 },
    ]);
  });

  it('reports a parent that does not exist', () => {
    const tree = buildGroupTree([{ groupRef: 'a', title: 'a', parent: 'x' }]);

    expect(tree.problems).toMatchObject([{ problem: 'missing-parent' }]);
    expect(tree.groups).toEqual([{ groupRef: 'a', title: 'a' }]);
  });

  it('is the same for any order of groups and has no circle left', () => {
    const parents = fc.array(fc.option(fc.nat(12), { nil: undefined }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(parents, given => {
        const groups = given.map((parent, i) => ({
          groupRef: ref(i),
          title: '',
          parent: parent === undefined ? undefined : ref(parent),
        }));

        const tree = buildGroupTree(groups);

        expect(buildGroupTree([...groups].reverse())).toEqual(tree);
        const pairs = tree.closure.map(p => `${p.ancestor} ${p.descendant}`);
        expect(new Set(pairs).size).toBe(pairs.length);
        for (const { groupRef, parent = groupRef } of tree.groups) {
          expect(pairs).toContain(`${parent} ${groupRef}`);
          expect(pairs).toContain(`${groupRef} ${groupRef}`);
        }
      }),
    );
  });
});
