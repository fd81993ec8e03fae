import { DueAttestation } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { groupBy } from 'lodash';
import { writeInstant } from '../database/instants';
import { insertRows } from '../database/insertRows';
import { AttestationSettings } from './AttestationSettings';
import { ReadOwnerSpans, readDueAttestations } from './readDueAttestations';

const PAGE = 1000;

/** Asks one group about all services that are newly due. */
export type AskGroup = (request: {
  owner: string;
  services: DueAttestation[];
}) => void | Promise<void>;

/**
 * Asks each group once a period to attest the services that are due. Run it as
 * often and on as many replicas as you like: who was asked is kept.
 */
export class AttestationRequests {
  static create(options: {
    database: Knex;
    settings: AttestationSettings;
    readOwnerSpans: ReadOwnerSpans;
    ask: AskGroup;
  }): AttestationRequests {
    return new AttestationRequests(options);
  }

  private constructor(
    private readonly options: Parameters<typeof AttestationRequests.create>[0],
  ) {}

  /** Gives the number of groups that were asked. */
  async run(given: { now: number; signal?: AbortSignal }): Promise<number> {
    const due = await this.readDue(given);
    const asked = await this.keep(due, given.now);
    const owners = Object.entries(groupBy(asked, one => one.owner));
    for (const [owner, services] of owners) {
      await this.options.ask({ owner, services });
    }
    return owners.length;
  }

  private async readDue(given: { now: number; signal?: AbortSignal }) {
    const due: DueAttestation[] = [];
    let after: string | undefined;
    do {
      given.signal?.throwIfAborted();
      const page = await readDueAttestations(this.options.database, {
        ...this.options,
        of: { after, limit: PAGE },
        now: given.now,
      });
      due.push(...page.due);
      after = page.nextAfter;
    } while (after !== undefined);
    return due;
  }

  /** Those that nobody was asked about in this period before. */
  private async keep(
    due: readonly DueAttestation[],
    now: number,
  ): Promise<DueAttestation[]> {
    const rows = due.map(one => ({
      entity_ref: one.entityRef,
      owner_ref: one.owner,
      due_at: writeInstant(one.due.at),
      requested_at: writeInstant(now),
    }));
    const kept = await insertRows(
      this.options.database,
      {
        table: 'attestation_requests',
        key: ['entity_ref', 'owner_ref', 'due_at'],
        onConflict: 'nothing',
        returning: ['entity_ref'],
      },
      rows,
    );
    const fresh = new Set(kept.map(row => row.entity_ref));
    return due.filter(one => fresh.has(one.entityRef));
  }
}
