import { ConfigReader } from '@backstage/config';
import { readOpaSettings } from './readOpaSettings';

const read = (opa?: object) =>
  readOpaSettings(
    new ConfigReader(JSON.parse(JSON.stringify({ accountability: { opa } }))),
  );

describe('the settings of OPA', () => {
  it('need nothing but its address', () => {
    expect(read({ url: 'http://localhost:8181' })).toEqual({
      ok: true,
      settings: {
        url: 'http://localhost:8181',
        timeoutMs: 2000,
        concurrency: 8,
      },
    });
  });

  it.each([
    { given: undefined, gives: 'accountability.opa.url says not where it is' },
    { given: { url: 'localhost:8181' }, gives: 'url: must be an http or' },
    { given: { url: 'http://a:secret@b' }, gives: 'url: must have no query' },
    { given: { url: 'http://a', timeoutMs: 5 }, gives: 'timeoutMs: ' },
    { given: { url: 'http://a', concurrency: 100 }, gives: 'concurrency: ' },
    { given: { url: 'http://a', tokens: 'x' }, gives: 'tokens' },
  ])('say what is wrong with $given', ({ given, gives }) => {
    expect(read(given)).toEqual({
      ok: false,
      because: expect.stringContaining(gives),
    });
  });

  it('never repeat a secret', () => {
    expect(JSON.stringify(read({ url: 'http://a:secret@b' }))).not.toContain(
      'secret@',
    );
  });
});
