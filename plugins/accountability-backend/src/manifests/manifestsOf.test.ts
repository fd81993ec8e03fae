import { manifests } from './manifests';
import { manifestsOf } from './manifestsOf';

const further = (paths: string[]) =>
  manifestsOf(paths)
    .manifests.map(({ path }) => path)
    .filter(path => !manifests.some(one => one.path === path));

describe('files that are looked for', () => {
  it.each([
    { given: ['deploy/Dockerfile'], gives: ['deploy/Dockerfile'] },
    {
      given: ['web.Dockerfile', 'Dockerfile.web'],
      gives: ['web.Dockerfile', 'Dockerfile.web'],
    },
    {
      given: ['services/@acme/pay/.nvmrc'],
      gives: ['services/@acme/pay/.nvmrc'],
    },
    { given: ['Dockerfile', '.nvmrc'], gives: [] },
    { given: ['a/pom.xml', 'a/pom.xml'], gives: ['a/pom.xml'] },
  ])('$given adds $gives', ({ given, gives }) => {
    expect(further(given)).toEqual(gives);
    expect(manifestsOf(given).mistakes).toEqual([]);
  });

  it.each([
    { given: '/Dockerfile', because: 'no path from the root' },
    { given: '../other/Dockerfile', because: 'no path from the root' },
    { given: 'a/../../Dockerfile', because: 'no path from the root' },
    { given: 'a?ref=x/Dockerfile', because: 'no path from the root' },
    { given: 'README.md', because: 'none of the files that are understood' },
  ])('$given is a mistake', ({ given, because }) => {
    expect(further([given])).toEqual([]);
    expect(manifestsOf([given]).mistakes).toEqual([
      expect.stringContaining(because),
    ]);
  });

  it('are at most ten more', () => {
    const paths = Array.from({ length: 11 }, (_, i) => `s${i}/Dockerfile`);

    expect(further(paths)).toHaveLength(10);
    expect(manifestsOf(paths).mistakes).toHaveLength(1);
  });
});
