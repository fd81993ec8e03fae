import { ConfigReader } from '@backstage/config';
import { readAttestationSettings } from './AttestationSettings';
import { readCadence } from './readCadence';

const settings = { everyDays: 180 };
const entity = (written: unknown) => ({
  metadata: { annotations: { 'accountability.io/attest-every-days': written } },
});

describe('readCadence', () => {
  it.each([
    { given: undefined, gives: { everyDays: 180 } },
    { given: ' ', gives: { everyDays: 180 } },
    { given: '90', gives: { everyDays: 90 } },
    { given: ' 7 ', gives: { everyDays: 7 } },
    { given: '0', gives: { everyDays: 0 } },
  ])('reads $given as $gives', ({ given, gives }) => {
    expect(readCadence(entity(given), settings)).toEqual(gives);
  });

  it.each(['-1', '1.5', 'monthly', '3651', '1e3'])(
    'does not read %s, and says so',
    written => {
      expect(readCadence(entity(written), settings)).toEqual({
        everyDays: 180,
        trouble: expect.stringContaining(`attest-every-days ${written} is no`),
      });
    },
  );
});

describe('readAttestationSettings', () => {
  const read = (everyDays?: number) =>
    readAttestationSettings(
      new ConfigReader({ accountability: { attestation: { everyDays } } }),
    );

  it.each([
    { given: undefined, gives: 180 },
    { given: 0, gives: 0 },
    { given: 365, gives: 365 },
  ])('reads $given as $gives days', ({ given, gives }) => {
    expect(read(given)).toEqual({ everyDays: gives });
  });

  it.each([-1, 0.5, 4000])('refuses %s', given => {
    expect(() => read(given)).toThrow(/whole number of days/);
  });
});
