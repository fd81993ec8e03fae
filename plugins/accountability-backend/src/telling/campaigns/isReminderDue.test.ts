import { isReminderDue } from './isReminderDue';

const DAY = 86_400_000;
const weekly = { remindEveryDays: 7, targetAt: 90 * DAY };

describe('isReminderDue', () => {
  it.each([
    { given: 'an owner who never was', at: 0, gives: true },
    { given: 'one day after the last', before: 10, at: 11, gives: false },
    { given: 'just before a week', before: 10, at: 16.99, gives: false },
    { given: 'a week after the last', before: 10, at: 17, gives: true },
    { given: 'before the last week', before: 82, at: 82.9, gives: false },
    { given: 'at the last week', before: 82, at: 83, gives: true },
    { given: 'twice in the last week', before: 83, at: 84, gives: false },
    { given: 'after the target', before: 95, at: 102, gives: true },
  ])('gives $gives for $given', ({ before, at, gives }) => {
    expect(
      isReminderDue(weekly, {
        remindedAt: before === undefined ? undefined : before * DAY,
        now: at * DAY,
      }),
    ).toBe(gives);
  });

  it('is never for a campaign that reminds nobody', () => {
    expect(
      isReminderDue(
        { ...weekly, remindEveryDays: 0 },
        { remindedAt: undefined, now: 83 * DAY },
      ),
    ).toBe(false);
  });
});
