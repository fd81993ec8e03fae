import { Exemption } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { groupBy, uniq, uniqBy } from 'lodash';
import { insertRows } from '../../database/insertRows';
import { writeInstant } from '../../database/instants';
import { ExemptionNoticeRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';
import { DueNotice, dueNotices } from './dueNotices';
import { ExemptionSettings } from './ExemptionSettings';
import { readNewsworthy } from './readNewsworthy';

/** After it another run tries again what did not go through, or was left in the middle. */
const retryMs = 10 * 60_000;

/** What one recipient is told at once: of one request or answer, or of all that ends soon. */
export interface ExemptionNotice {
  about: 'requested' | 'decided' | 'revoked' | 'ending';
  /** Entity ref. */
  recipient: string;
  /** The soonest to end first. */
  exemptions: Exemption[];
}

/** Tells somebody; one that cannot be told throws, and is told by a later run. */
export type TellOfExemptions = (
  notice: ExemptionNotice,
) => void | Promise<void>;

/** What became of one run. */
export interface NoticesSent {
  sent: number;
  failed: number;
  /** Why it failed the first time. */
  because?: string;
}

/**
 * Tells people of exemptions, each of each thing once. Run it as often and on
 * as many replicas as you like: who was told is kept, and a notice is claimed
 * before it is sent.
 */
export class ExemptionNotices {
  static create(options: {
    database: Knex;
    settings: Pick<ExemptionSettings, 'approvers'>;
    tell: TellOfExemptions;
  }): ExemptionNotices {
    return new ExemptionNotices(options);
  }

  private constructor(
    private readonly options: Parameters<typeof ExemptionNotices.create>[0],
  ) {}

  /** Claims and sends what is due, and says of how many notices it failed. */
  async run(given: {
    now: number;
    signal?: AbortSignal;
  }): Promise<NoticesSent> {
    const { database, settings, tell } = this.options;
    const newsworthy = await readNewsworthy(database, given);
    const due = dueNotices(newsworthy.exemptions, {
      ...given,
      ...newsworthy,
      ...settings,
    });
    const result: NoticesSent = { sent: 0, failed: 0 };
    if (due.length === 0) return result;
    for (const claimed of together(await this.claim(due, given.now))) {
      given.signal?.throwIfAborted();
      try {
        await tell(toNotice(claimed));
        await this.settle(claimed, given.now);
        result.sent += 1;
      } catch (error) {
        // Its claim runs out, and the next run has it.
        result.failed += 1;
        result.because ??= error instanceof Error ? error.message : `${error}`;
      }
    }
    return result;
  }

  /** Those that nobody sent or has claimed. */
  private async claim(
    due: readonly DueNotice[],
    now: number,
  ): Promise<DueNotice[]> {
    const { database } = this.options;
    const retry = { due_at: writeInstant(now + retryMs) };
    const fresh = await insertRows<ExemptionNoticeRow & Key, keyof Key>(
      database,
      {
        table: 'exemption_notices',
        key: ['exemption_id', 'notice', 'recipient'],
        onConflict: 'nothing',
        returning: ['exemption_id', 'notice', 'recipient'],
      },
      due.map(one => ({ ...keyOf(one), ...retry, sent_at: null })),
    );
    const again: Key[] = await whereAny(
      database<ExemptionNoticeRow>('exemption_notices')
        .whereNull('sent_at')
        .where('due_at', '<=', writeInstant(now)),
      'exemption_id',
      uniq(due.map(({ exemption }) => exemption.id)),
    )
      .update(retry)
      .returning(['exemption_id', 'notice', 'recipient']);
    const claimed = new Set([...fresh, ...again].map(nameOf));
    return due.filter(one => claimed.has(nameOf(keyOf(one))));
  }

  private async settle(told: readonly DueNotice[], now: number): Promise<void> {
    const [{ recipient }] = told;
    await whereAny(
      this.options
        .database<ExemptionNoticeRow>('exemption_notices')
        .where({ recipient })
        .whereIn('notice', uniq(told.map(({ notice }) => notice))),
      'exemption_id',
      told.map(({ exemption }) => exemption.id),
    ).update({ sent_at: writeInstant(now) });
  }
}

type Key = Pick<ExemptionNoticeRow, 'exemption_id' | 'notice' | 'recipient'>;

function keyOf({ exemption, notice, recipient }: DueNotice): Key {
  return { exemption_id: exemption.id, notice, recipient };
}

function nameOf(key: Key): string {
  return JSON.stringify([key.exemption_id, key.notice, key.recipient]);
}

function aboutOf({ notice }: DueNotice): ExemptionNotice['about'] {
  return notice === 'ends-in-14-days' || notice === 'ends-in-3-days'
    ? 'ending'
    : notice;
}

/** News one by one, and all that ends soon for each recipient at once. */
function together(claimed: readonly DueNotice[]): DueNotice[][] {
  return Object.values(
    groupBy(claimed, one => {
      const about = aboutOf(one);
      const alone = about === 'ending' ? '' : one.exemption.id;
      return JSON.stringify([one.recipient, about, alone]);
    }),
  );
}

function toNotice(claimed: readonly DueNotice[]): ExemptionNotice {
  const [first] = claimed;
  const exemptions = uniqBy(
    claimed.map(({ exemption }) => exemption),
    ({ id }) => id,
  );
  return {
    about: aboutOf(first),
    recipient: first.recipient,
    exemptions: exemptions.sort((a, b) => a.expiresAt - b.expiresAt),
  };
}
