import { ConfigReader } from '@backstage/config';
import { readTellingSettings } from './readTellingSettings';

const read = (accountability: object) =>
  readTellingSettings(new ConfigReader({ accountability }));

describe('readTellingSettings', () => {
  it('tells groups every hour at most, and pages by name, where nothing is said', () => {
    expect(read({})).toEqual({
      notify: true,
      quietMs: 3_600_000,
      nameServices: true,
    });
  });

  it('names no service in what goes to all where permissions are on', () => {
    const config = new ConfigReader({ permission: { enabled: true } });
    expect(readTellingSettings(config).nameServices).toBe(false);
  });

  it('reads what is said', () => {
    const settings = read({
      regressions: { notify: false, quietMinutes: 5 },
      signals: { nameServices: false },
    });

    expect(settings).toEqual({
      notify: false,
      quietMs: 300_000,
      nameServices: false,
    });
  });

  it.each([0, 1.5, -1, 20_000])('refuses %s quiet minutes', quietMinutes => {
    expect(() => read({ regressions: { quietMinutes } })).toThrow(
      /quietMinutes must be a whole number of minutes/,
    );
  });
});
