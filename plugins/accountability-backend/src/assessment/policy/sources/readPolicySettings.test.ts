import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { readPolicySettings } from './readPolicySettings';

const read = (policy?: JsonObject) =>
  readPolicySettings(
    mockServices.rootConfig({ data: { accountability: { policy } } }),
  );
const url = (target: string) => ({ locations: [{ type: 'url', target }] });

describe('readPolicySettings', () => {
  it('reads the scorecards of the package every 30 seconds where nothing is configured', () => {
    const { locations, every } = read();

    expect(locations).toMatchObject([
      { type: 'file', target: expect.stringMatching(/policies$/) },
    ]);
    expect(every).toEqual({ seconds: 30 });
  });

  it('reads paths and locations, paths first', () => {
    const { locations, every } = read({
      paths: ['/etc/a'],
      ...url('https://git.example/acme/policy'),
      every: 'PT5M',
    });

    expect(locations).toMatchObject([
      { type: 'file', location: '/etc/a' },
      { type: 'url', location: 'https://git.example/acme/policy' },
    ]);
    expect(every).toEqual({ minutes: 5 });
  });

  it('shows no query of an address, and tells two apart that differ in it', () => {
    const [one, two] = ['a', 'b'].map(
      token =>
        read(url(`https://h.example/p.yaml?token=${token}`)).locations[0],
    );

    expect(one.location).toMatch(/^https:\/\/h\.example\/p\.yaml \(\w{8}\)$/);
    expect(one.location).not.toBe(two.location);
    expect(one.target).toContain('token=a');
  });

  it.each([
    {
      given: 'a type that there is not',
      policy: { locations: [{ type: 'git', target: 'x' }] },
      gives: 'locations[0].type must be shipped, file or url, not git',
    },
    {
      given: 'what is no address',
      policy: url('acme/policy'),
      gives: 'must be an address with https://',
    },
    {
      given: 'an address of another protocol',
      policy: url('file:///etc/passwd'),
      gives: 'must be an address of https or http',
    },
    {
      given: 'an address with a password',
      policy: url('https://kim:secret@git.example/acme'),
      gives: 'must not hold a name or password',
    },
    {
      given: 'the same twice',
      policy: { paths: ['/etc/a', '/etc/a'] },
      gives: 'names /etc/a twice',
    },
    {
      given: 'looks that are too often',
      policy: { every: { milliseconds: 10 } },
      gives: 'every must be a second or more',
    },
  ])('refuses $given', ({ policy, gives }) => {
    expect(() => read(policy)).toThrow(gives);
  });
});
