import { exemptWords } from './exemptWords';

const expiresAt = Date.UTC(2026, 11, 15, 12);

describe('the words of an exempt result', () => {
  it.each([
    {
      given: 'a reason',
      reason: 'The team is being formed anew',
      gives:
        'Exempt until 15 Dec 2026, 12:00:00 UTC (reason: The team is being formed anew):',
    },
    {
      given: 'a reason that is a sentence',
      reason: 'The team is being formed anew.',
      gives:
        'Exempt until 15 Dec 2026, 12:00:00 UTC (reason: The team is being formed anew):',
    },
    {
      given: 'a reason as long as is told',
      reason: 'x'.repeat(160),
      gives: `Exempt until 15 Dec 2026, 12:00:00 UTC (reason: ${'x'.repeat(
        160,
      )}):`,
    },
    {
      given: 'a longer one',
      reason: 'x'.repeat(161),
      gives: `Exempt until 15 Dec 2026, 12:00:00 UTC (reason: ${'x'.repeat(
        159,
      )}…):`,
    },
  ])('hold $given', ({ reason, gives }) => {
    expect(exemptWords({ expiresAt, reason })).toBe(gives);
  });
});
