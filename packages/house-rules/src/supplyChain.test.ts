import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../../..');
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');

describe('what is installed', () => {
  it('no package runs anything when it is installed', () => {
    expect(read('.yarnrc.yml')).toMatch(/^enableScripts: false$/m);
  });

  it('a version is some days old before it is taken', () => {
    expect(read('.yarnrc.yml')).toMatch(/^npmMinimalAgeGate: [1-9]\d*d$/m);
  });

  it('every package of the lock file has a digest', () => {
    const packages = read('yarn.lock')
      .split('\n\n')
      .filter(entry =>
        /^ {2}resolution: "(?!.*@(workspace|link):)/m.test(entry),
      );

    // Of other systems than the one that wrote the lock file Yarn keeps none.
    const without = packages
      .filter(entry => !/^ {2}(checksum|conditions): \S+/m.test(entry))
      .map(entry => entry.trim().split('\n')[0]);

    expect(packages.length).toBeGreaterThan(100);
    expect(without).toEqual([]);
  });

  it('every hole that is allowed says why, and until when', () => {
    const allowed: Record<string, unknown>[] = JSON.parse(
      read('scripts/audit/allowed.json'),
    );

    for (const each of allowed) {
      expect(each).toEqual({
        url: expect.stringMatching(/^https:\/\//),
        because: expect.stringMatching(/.{20,}/),
        until: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      });
    }
  });
});
