import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = resolve(__dirname, '../../../docs/security');

/** Rows of the table of threats, each with the tests that its last cell names. */
function readThreats() {
  const page = readFileSync(resolve(folder, 'threat-model.md'), 'utf8');
  const [, table = ''] = page.split('## Threats');
  return table
    .split('\n## ')[0]
    .split('\n')
    .filter(line => line.startsWith('|'))
    .slice(2)
    .map(line => {
      const cells = line.split('|').map(cell => cell.trim());
      const links = cells[3].matchAll(/\[(.+?)\]\((\S+?)\)/g);
      const tests = [...links].map(([, title, path]) => ({ title, path }));
      return { threat: cells[1], tests };
    });
}

/** Why a test that a row names is none; undefined where it is one. */
function whyNot({ title, path }: { title: string; path: string }) {
  const file = resolve(folder, path);
  if (!/\.test\.tsx?$/.test(path)) return `${path} is no test`;
  if (!existsSync(file)) return `${path} is not there`;
  return readFileSync(file, 'utf8').includes(title)
    ? undefined
    : `${path} has no test "${title}"`;
}

describe('the threat model', () => {
  const threats = readThreats();

  it('names the threats', () => {
    expect(threats.length).toBeGreaterThanOrEqual(20);
  });

  it.each(threats)('has tests that hold it: $threat', ({ tests }) => {
    expect(tests).not.toEqual([]);
    expect(tests.flatMap(test => whyNot(test) ?? [])).toEqual([]);
  });

  it.each([
    { path: 'threat-model.md', title: 'x', gives: 'is no test' },
    { path: '../../no.test.ts', title: 'x', gives: 'is not there' },
    {
      path: '../../packages/house-rules/src/tree.test.ts',
      title: 'an elephant',
      gives: 'has no test "an elephant"',
    },
  ])('would not take what $gives', ({ gives, ...test }) => {
    expect(whyNot(test)).toContain(gives);
  });
});
