import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { insertRows } from '../../database/insertRows';
import { CampaignReminderRow } from '../../database/tables';

/** An owner's campaigns with when they were reminded of each before; undefined for never. */
export interface Reminder {
  owner: string;
  before: ReadonlyMap<string, number | undefined>;
}

/** Keeps that an owner is reminded now. Gives the campaigns that no other replica reminded of meanwhile, in two statements. */
export async function claimReminder(
  knex: Knex,
  { owner, before }: Reminder,
  now: number,
): Promise<Set<string>> {
  const fresh = [...before].filter(([, at]) => at === undefined);
  const claimed = await insertRows(
    knex,
    {
      table: 'campaign_reminders',
      key: ['owner_ref', 'campaign_id'],
      onConflict: 'nothing',
      returning: ['campaign_id'],
    },
    fresh.map(([campaign]) => ({
      owner_ref: owner,
      campaign_id: campaign,
      reminded_at: writeInstant(now),
    })),
  );
  const again: { campaign_id: string }[] = await knex('campaign_reminders')
    .where({ owner_ref: owner })
    .whereIn(
      ['campaign_id', 'reminded_at'],
      [...before].flatMap(([campaign, at]) =>
        at === undefined ? [] : [[campaign, writeInstant(at)]],
      ),
    )
    .update({ reminded_at: writeInstant(now) }, ['campaign_id']);
  return new Set([...claimed, ...again].map(row => row.campaign_id));
}

/** Forgets that an owner was reminded, so that the next run tries again. */
export async function releaseReminder(
  knex: Knex,
  { owner, before }: Reminder,
  given: { campaigns: ReadonlySet<string>; now: number },
): Promise<void> {
  for (const campaign of given.campaigns) {
    const row = knex<CampaignReminderRow>('campaign_reminders').where({
      owner_ref: owner,
      campaign_id: campaign,
      reminded_at: writeInstant(given.now),
    });
    const at = before.get(campaign);
    await (at === undefined
      ? row.delete()
      : row.update({ reminded_at: writeInstant(at) }));
  }
}
