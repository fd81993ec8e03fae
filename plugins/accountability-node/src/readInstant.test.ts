import { readInstant } from './readInstant';

const noon = '2021-04-28T12:00:00.000Z';

describe('readInstant', () => {
  it.each([
    ['ISO 8601 in UTC', '2021-04-28T12:00:00Z', noon],
    ['ISO 8601 with an offset', '2021-04-28T14:00:00+02:00', noon],
    [
      'nanoseconds',
      '2021-04-28T12:00:00.123456789Z',
      '2021-04-28T12:00:00.123Z',
    ],
    ["GitLab's offset", '2021-04-28 14:00:00 +0200', noon],
    ["GitLab's UTC", '2021-04-28 12:00:00 UTC', noon],
    ["git's date", 'Wed Apr 28 14:00:00 2021 +0200', noon],
    ['seconds', 1619611200, noon],
    ['milliseconds', 1619611200000, noon],
    ['microseconds', 1619611200000000, noon],
    ['nanoseconds as a number', 1619611200000000000, noon],
    ['milliseconds in a text', '1619611200000', noon],
  ])('reads %s', (_, given, gives) => {
    expect(readInstant(given)).toBe(gives);
  });

  it.each([
    ["Go's zero time", '0001-01-01T00:00:00Z'],
    ['a time without a zone', '2021-04-28T12:00:00'],
    ['a time without a zone and T', '2021-04-28 12:00:00'],
    ['a date alone', '2021-04-28'],
    ['an impossible day', '2021-02-31T12:00:00Z'],
    ['words', 'yesterday'],
    ['nothing', ''],
    ['null', null],
    ['not a number', NaN],
  ])('reads no instant from %s', (_, given) => {
    expect(readInstant(given)).toBeUndefined();
  });
});
