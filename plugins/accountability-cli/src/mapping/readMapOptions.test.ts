import { readMapOptions } from './readMapOptions';

describe('readMapOptions', () => {
  it.each([
    { given: 'deployed_at=at', gives: { at: '{deployed_at}' } },
    { given: 'version=version', gives: { version: '{version}' } },
    {
      given: 'subject=generic:{app}',
      gives: { subject: 'generic:{app}' },
    },
    { given: 'environment=production', gives: { environment: 'production' } },
  ])('$given', ({ given, gives }) => {
    expect(readMapOptions('deployments', [given])).toEqual({
      ok: true,
      fields: gives,
    });
  });

  it.each(['at', '=at', 'app=colour'])('refuses %s', given => {
    expect(readMapOptions('deployments', [given])).toEqual({
      ok: false,
      because: expect.stringContaining(`--map ${given}`),
    });
  });
});
