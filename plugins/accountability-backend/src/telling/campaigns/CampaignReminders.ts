import { Campaign } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { sortBy } from 'lodash';
import { OwnerLeft, readOwnersLeft } from '../../assessment';
import { readInstant } from '../../database/instants';
import { CampaignReminderRow } from '../../database/tables';
import { readCampaigns } from '../../governance';
import { CampaignDigest } from './CampaignDigest';
import { Reminder, claimReminder, releaseReminder } from './claimReminder';
import { isReminderDue } from './isReminderDue';

/** Sends one digest; one that cannot be sent throws, and is sent by a later run. */
export type SendCampaignDigest = (digest: CampaignDigest) => Promise<void>;

/** What became of one run. */
export interface Reminded {
  owners: number;
  failed: number;
  because?: string;
}

/** An owner's part of one campaign. */
interface Part extends Pick<OwnerLeft, 'owner' | 'left' | 'total'> {
  campaign: Campaign;
}

/**
 * Reminds each owner in one digest of what they have left of all active
 * campaigns, when one of these is due. Run it as often and on as many
 * replicas as you like: who was reminded is kept.
 */
export class CampaignReminders {
  static create(options: {
    database: Knex;
    send: SendCampaignDigest;
  }): CampaignReminders {
    return new CampaignReminders(options);
  }

  private constructor(
    private readonly options: Parameters<typeof CampaignReminders.create>[0],
  ) {}

  /** Tells how many owners were reminded, and of how many reminding failed and why the first time. */
  async run(given: { now: number; signal?: AbortSignal }): Promise<Reminded> {
    await this.forgetOthers();
    const parts = await this.readParts(given.signal);
    const before = await this.readBefore();
    const reminded: Reminded = { owners: 0, failed: 0 };
    for (const [owner, theirs] of parts) {
      given.signal?.throwIfAborted();
      const reminder: Reminder = {
        owner,
        before: new Map(
          theirs.map(({ campaign: { id } }) => [
            id,
            before.get(keyOf(owner, id)),
          ]),
        ),
      };
      await this.remind(theirs, { reminder, now: given.now }, reminded);
    }
    return reminded;
  }

  /** Rows of campaigns that are not active any more say nothing. */
  private async forgetOthers(): Promise<void> {
    const { database } = this.options;
    await database('campaign_reminders')
      .whereNotIn(
        'campaign_id',
        database('campaigns').where({ state: 'active' }).select('id'),
      )
      .delete();
  }

  /** What each owner has left, by owner, of each campaign the nearest target first. */
  private async readParts(signal?: AbortSignal): Promise<Map<string, Part[]>> {
    const { database } = this.options;
    const campaigns = await readCampaigns(database, { state: 'active' });
    const parts = new Map<string, Part[]>();
    for (const campaign of campaigns) {
      if (campaign.remindEveryDays === 0) continue;
      signal?.throwIfAborted();
      for (const left of await readOwnersLeft(database, campaign)) {
        const known = parts.get(left.owner);
        const part = { ...left, campaign };
        if (known) known.push(part);
        else parts.set(left.owner, [part]);
      }
    }
    return new Map(sortBy([...parts], ([owner]) => owner));
  }

  private async readBefore(): Promise<Map<string, number>> {
    const rows = await this.options
      .database<CampaignReminderRow>('campaign_reminders')
      .select();
    return new Map(
      rows.map(row => [
        keyOf(row.owner_ref, row.campaign_id),
        readInstant(row.reminded_at),
      ]),
    );
  }

  private async remind(
    parts: readonly Part[],
    given: { reminder: Reminder; now: number },
    reminded: Reminded,
  ): Promise<void> {
    const { database, send } = this.options;
    const { reminder, now } = given;
    const due = parts.filter(({ campaign }) =>
      isReminderDue(campaign, {
        remindedAt: reminder.before.get(campaign.id),
        now,
      }),
    );
    if (due.length === 0) return;
    const campaigns = await claimReminder(database, reminder, now);
    if (!due.some(({ campaign }) => campaigns.has(campaign.id))) return;
    try {
      await send(toDigest(reminder.owner, parts));
      reminded.owners += 1;
    } catch (error) {
      await releaseReminder(database, reminder, { campaigns, now });
      reminded.failed += 1;
      reminded.because ??= error instanceof Error ? error.message : `${error}`;
    }
  }
}

function toDigest(owner: string, parts: readonly Part[]): CampaignDigest {
  return {
    owner,
    campaigns: parts.map(
      ({ campaign: { id, title, targetAt }, left, total }) => {
        return { id, title, left, total, targetAt };
      },
    ),
  };
}

function keyOf(owner: string, campaign: string): string {
  return `${owner} ${campaign}`;
}
