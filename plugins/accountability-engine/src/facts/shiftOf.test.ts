import { shiftOf } from './shiftOf';

const at = (text: string) => Date.parse(text);

describe('the part of the week', () => {
  it.each([
    { given: 'Monday at 07:59', at: '2026-11-23T07:59Z', gives: 'night' },
    { given: 'Monday at 08:00', at: '2026-11-23T08:00Z', gives: 'working' },
    { given: 'Friday at 17:59', at: '2026-11-27T17:59Z', gives: 'working' },
    { given: 'Friday at 18:00', at: '2026-11-27T18:00Z', gives: 'evening' },
    { given: 'Friday at 22:00', at: '2026-11-27T22:00Z', gives: 'night' },
    { given: 'Saturday at noon', at: '2026-11-28T12:00Z', gives: 'night' },
    {
      given: '07:30 in UTC, which is 16:30 in Tokyo',
      at: '2026-11-23T07:30Z',
      zone: 'Asia/Tokyo',
      gives: 'working',
    },
    {
      given: 'the half hour of Kolkata',
      at: '2026-11-23T12:29Z',
      zone: 'Asia/Kolkata',
      gives: 'working',
    },
  ])('of $given is $gives', ({ at: text, zone, gives }) => {
    expect(shiftOf(at(text), zone)).toEqual({
      shift: gives,
      ...(zone && { zone }),
    });
  });

  it('is by UTC, and says so, where the name is no zone', () => {
    expect(shiftOf(at('2026-11-23T12:00Z'), 'Mars/Olympus')).toEqual({
      shift: 'working',
    });
  });
});
