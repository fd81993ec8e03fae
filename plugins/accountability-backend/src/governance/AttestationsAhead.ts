import { Knex } from 'knex';
import { AttestationSettings } from './AttestationSettings';
import { readStandings, ReadOwnerSpans } from './readStandings';

/** Services looked at in one go, so that the loop is not held. */
const PAGE = 500;

/** What others gave or took back is seen after so long. */
const HOLDS_MS = 60_000;

/** A service that its group is to attest, and from when on, epoch milliseconds. */
export interface AttestationAhead {
  entityRef: string;
  owner: string;
  at: number;
}

interface Given {
  database: Knex;
  settings: AttestationSettings;
  readOwnerSpans: ReadOwnerSpans;
}

/**
 * When all services are to be attested that are not yet: three statements for
 * each five hundred services, and kept for a minute, for when it comes from is
 * told by no index.
 */
export class AttestationsAhead {
  #kept?: { readAt: number; ahead: Promise<AttestationAhead[]> };

  constructor(private readonly given: Given) {}

  /** In the order of refs; `now` in epoch milliseconds. */
  current(now: number): Promise<AttestationAhead[]> {
    if (!this.#kept || now - this.#kept.readAt > HOLDS_MS) {
      const ahead = this.read(now);
      const kept = { readAt: now, ahead };
      this.#kept = kept;
      // What failed is asked again by the next, who is told as this one is.
      ahead.catch(() => {
        if (this.#kept === kept) this.#kept = undefined;
      });
    }
    return this.#kept.ahead;
  }

  private async read(now: number): Promise<AttestationAhead[]> {
    const { database, ...given } = this.given;
    const ahead: AttestationAhead[] = [];
    let after: string | undefined;
    do {
      const { standings, nextAfter } = await readStandings(database, {
        ...{ ...given, now },
        of: { limit: PAGE, ...(after !== undefined && { after }) },
      });
      for (const { entityRef, owner, due } of standings) {
        if (due.state === 'fresh' && due.at !== undefined) {
          ahead.push({ entityRef, owner, at: due.at });
        }
      }
      after = nextAfter;
    } while (after !== undefined);
    return ahead;
  }
}
