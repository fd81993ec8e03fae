import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { withToken } from './withToken';

describe('withToken', () => {
  it.each([
    { given: 'the secret', value: 'Bearer s3cret', gives: { ok: true } },
    {
      given: 'its scheme in another case',
      value: 'bearer s3cret',
      gives: { ok: true },
    },
    {
      given: 'another secret',
      value: 'Bearer other',
      gives: {
        ok: false,
        because: 'The header authorization does not hold any configured secret',
      },
    },
    {
      given: 'no scheme',
      value: 's3cret',
      gives: {
        ok: false,
        because: 'The header authorization must begin with “Bearer”',
      },
    },
    {
      given: 'nothing',
      value: undefined,
      gives: { ok: false, because: 'The header authorization is missing' },
    },
  ])('verifies $given', ({ value, gives }) => {
    const { verify } = withToken({
      header: 'authorization',
      prefix: 'Bearer ',
      secrets: ['s3cret'],
    });

    const verified = verify(
      incoming({ body: '', headers: { authorization: value } }),
    );

    expect(verified).toEqual(gives);
  });
});
