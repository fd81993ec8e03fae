import { ConfigReader } from '@backstage/config';
import { Contributions } from './Contributions';
import { warnOfMistakes } from './warnOfMistakes';

const sources = new Contributions([]).sources;

describe('warnOfMistakes', () => {
  it.each([
    { given: {}, gives: [] },
    {
      given: { sources: { gihub: { secrets: ['s'] } } },
      gives: [
        expect.stringContaining(
          'accountability.sources.gihub is set and no source of that name is on; on are: none',
        ),
      ],
    },
    {
      given: { events: { sources: ['gitlba'] } },
      gives: [
        expect.stringContaining('names gitlba, and no such source is on'),
      ],
    },
  ])('says of $given what is wrong with it', ({ given, gives }) => {
    const config = new ConfigReader({ accountability: given });

    const warned = warnOfMistakes({
      config,
      contributions: { sources, troubles: [] },
    });

    expect(warned).toEqual(gives);
  });

  it('tells what modules added in vain', () => {
    const troubles = ['There is a source "a" already'];

    const warned = warnOfMistakes({
      config: new ConfigReader({}),
      contributions: { sources, troubles },
    });

    expect(warned).toEqual(troubles);
  });
});
