import { ConfigReader } from '@backstage/config';
import { readReferences } from './readReferences';

describe('what is looked up by configuration', () => {
  it.each([
    { given: {}, gives: ['codeowners', 'runtimes'] },
    { given: { packages: { sources: [] } }, gives: ['codeowners', 'runtimes'] },
    {
      given: {
        lists: { epss: { file: 'epss.csv' }, kev: { file: 'kev.json' } },
        packages: { sources: [{ kind: 'file', path: 'releases.jsonl' }] },
        codeowners: { enabled: false },
        runtimes: { enabled: true },
      },
      gives: ['kev', 'epss', 'packages', 'runtimes'],
    },
    { given: { runtimes: { enabled: false } }, gives: ['codeowners'] },
  ])('is $gives with $given', ({ given, gives }) => {
    const config = new ConfigReader({ accountability: given });

    expect(readReferences(config)).toEqual(gives);
  });
});
