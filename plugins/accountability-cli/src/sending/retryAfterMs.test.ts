import { retryAfterMs } from './retryAfterMs';

describe('retryAfterMs', () => {
  const now = Date.parse('2026-11-23T12:00:00Z');

  it.each([
    { given: null, gives: undefined },
    { given: '3', gives: 3000 },
    { given: 'Mon, 23 Nov 2026 12:00:05 GMT', gives: 5000 },
    { given: 'Mon, 23 Nov 2026 11:00:00 GMT', gives: 0 },
    { given: 'soon', gives: undefined },
  ])('$given gives $gives', ({ given, gives }) => {
    expect(retryAfterMs(given, now)).toBe(gives);
  });
});
