import { rules } from './rules';
import { inWords, readTree } from './tree';

describe('the tree', () => {
  const files = readTree();

  it.each(Object.entries(rules))('%s', (_, rule) => {
    expect(rule(files).map(inWords)).toEqual([]);
  });

  it('has files to judge', () => {
    expect(files.length).toBeGreaterThan(100);
  });
});
