import { recordEventSchema } from './recordEvent';

const deployment = {
  kind: 'deployment',
  record: 'ci:deployment:1',
  subject: 'github:acme/payments',
  at: '2026-11-23T12:00:00Z',
  state: 'finished',
  result: 'success',
};

describe('recordEventSchema', () => {
  it.each([
    ['UTC', '2026-11-23T12:00:00Z', Date.UTC(2026, 10, 23, 12)],
    ['an offset', '2026-11-23T14:00:00+02:00', Date.UTC(2026, 10, 23, 12)],
    [
      'more digits than a millisecond holds',
      '2026-11-23T12:00:00.123456Z',
      Date.UTC(2026, 10, 23, 12, 0, 0, 123),
    ],
  ])('reads an instant with %s', (_, at, gives) => {
    const event = recordEventSchema.parse({ ...deployment, at });

    expect(event.at).toBe(gives);
  });

  it.each([
    ['a time without a zone', { at: '2026-11-23T12:00:00' }, /zone/],
    ['a date alone', { at: '2026-11-23' }, /zone/],
    ['a GitLab date', { at: '2021-04-28 21:50:00 +0200' }, /zone/],
    ['an unknown kind', { kind: 'deploy' }, /Invalid/],
    ['an unknown state', { state: 'done' }, /Invalid/],
    ['a field it does not know', { login: 'ann' }, /login/],
    ['an empty subject', { subject: ' ' }, /Too small/],
    ['a link that is none', { url: 'not a link' }, /URL/i],
    ['a link that a browser would run', { url: 'data:text/html,x' }, /http/],
  ])('refuses %s', (_, change, says) => {
    const read = recordEventSchema.safeParse({ ...deployment, ...change });

    expect(read.success).toBe(false);
    expect(read.error?.message).toMatch(says);
  });

  it('leaves an environment that is not given unknown', () => {
    const event = recordEventSchema.parse(deployment);

    expect(event).not.toHaveProperty('environment');
  });
});
