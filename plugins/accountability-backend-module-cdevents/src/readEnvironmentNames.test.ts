import { ConfigReader } from '@backstage/config';
import { readEnvironmentNames } from './readEnvironmentNames';

const configOf = (environments: unknown) =>
  new ConfigReader(
    JSON.parse(
      JSON.stringify({
        accountability: { sources: { cdevents: { environments } } },
      }),
    ),
  );

describe('readEnvironmentNames', () => {
  it.each([
    { given: undefined, gives: [] },
    { given: { 'A/b.c': 'production' }, gives: [['a/b.c', 'production']] },
  ])('reads $given', ({ given, gives }) => {
    expect([...readEnvironmentNames(configOf(given))]).toEqual(gives);
  });

  it('says which key is wrong', () => {
    expect(() => readEnvironmentNames(configOf({ a: 1 }))).toThrow(
      'accountability.sources.cdevents.environments must be texts by ids of environments',
    );
  });
});
