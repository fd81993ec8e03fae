import { withoutPeople } from './withoutPeople';

describe('withoutPeople', () => {
  it.each([
    { given: 'by @ann', gives: 'by @…' },
    { given: '@Ann-Lee: see (@bob), @bob’s', gives: '@…: see (@…), @…’s' },
    { given: 'by @robot[bot]', gives: 'by @…' },
    { given: 'for ann.lee+x@mail.example.org.', gives: 'for @….' },
    { given: '@acme/web and @types/node', gives: '@acme/web and @types/node' },
    {
      given: 'web@1.2.3 and actions/checkout@v4',
      gives: 'web@1.2.3 and actions/checkout@v4',
    },
    { given: 'no one', gives: 'no one' },
  ])('makes "$gives" of "$given"', ({ given, gives }) => {
    expect(withoutPeople(given)).toBe(gives);
  });

  it('takes a long word without people as it is, and takes out one that is too long to look at', () => {
    const long = 'x'.repeat(100_000);

    expect(withoutPeople(`see ${long}`)).toBe(`see ${long}`);
    expect(withoutPeople(`see ${long}@acme`)).toBe('see @…');
  });
});
