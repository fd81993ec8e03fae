import { mockServices } from '@backstage/backend-test-utils';
import { readIntakeLimits } from './readIntakeLimits';

const read = (rateLimit: object, backend = {}) =>
  readIntakeLimits(
    mockServices.rootConfig({
      data: { backend, accountability: { intake: { rateLimit } } },
    }),
  );

describe('readIntakeLimits', () => {
  it('leaves room for many times what a large company sends', () => {
    expect(readIntakeLimits(mockServices.rootConfig())).toEqual({
      perMinute: 60_000,
      refusedPerMinute: 6_000,
      knowsAddresses: false,
    });
  });

  it('takes what is configured', () => {
    expect(read({ perMinute: 10, refusedPerMinute: 1 })).toMatchObject({
      perMinute: 10,
      refusedPerMinute: 1,
    });
  });

  it.each([true, false, 1])(
    'knows the addresses of senders where backend.trustProxy is %s',
    trustProxy => {
      expect(read({}, { trustProxy }).knowsAddresses).toBe(true);
    },
  );

  it.each([0, -1, 1.5])('refuses %s, with what to do', perMinute => {
    expect(() => read({ perMinute })).toThrow(
      'accountability.intake.rateLimit.perMinute must be a whole number from 1 on; leave it out for 60000',
    );
  });
});
