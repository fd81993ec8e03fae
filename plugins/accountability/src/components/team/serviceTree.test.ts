import { group, rollupService } from '../../fixtures';
import { serviceTree } from './serviceTree';

describe('serviceTree', () => {
  it('puts each group before those below it and siblings by name', () => {
    const tree = serviceTree(
      [
        group('risk', { depth: 1, parent: 'group:default/core' }),
        group('core', { depth: 0 }),
        group('billing', { depth: 1, parent: 'group:default/core' }),
        group('fraud', { depth: 2, parent: 'group:default/risk' }),
      ],
      [],
    );

    expect(tree.map(({ group: { title } }) => title)).toEqual([
      'core',
      'billing',
      'risk',
      'fraud',
    ]);
  });

  it('gives each group its own services by name', () => {
    const tree = serviceTree(
      [group('core', { depth: 0 })],
      [
        rollupService('refunds', { owner: 'group:default/core' }),
        rollupService('api', { owner: 'group:default/core' }),
        rollupService('other', { owner: 'group:default/else' }),
      ],
    );

    expect(tree[0].services.map(({ title }) => title)).toEqual([
      'api',
      'refunds',
    ]);
  });

  it('ends where groups name each other as parents', () => {
    const tree = serviceTree(
      [
        group('a', { depth: 1, parent: 'group:default/b' }),
        group('b', { depth: 1, parent: 'group:default/a' }),
      ],
      [],
    );

    expect(tree).toHaveLength(2);
  });
});
