import { Campaign } from 'backstage-plugin-accountability-common';

const DAY = 86_400_000;
/** Before its target a campaign reminds once more. */
const LAST_CALL_DAYS = 7;

/**
 * Whether an owner is to be reminded of an active campaign: when it begins,
 * then every so many days as it says, and once a week before its target.
 */
export function isReminderDue(
  campaign: Pick<Campaign, 'remindEveryDays' | 'targetAt'>,
  given: { remindedAt: number | undefined; now: number },
): boolean {
  const { remindEveryDays, targetAt } = campaign;
  const { remindedAt, now } = given;
  if (remindEveryDays === 0) return false;
  if (remindedAt === undefined) return true;
  const lastCall = targetAt - LAST_CALL_DAYS * DAY;
  return (
    now >= remindedAt + remindEveryDays * DAY ||
    (remindedAt < lastCall && lastCall <= now)
  );
}
