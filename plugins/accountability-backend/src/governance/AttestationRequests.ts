import { DueAttestation } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { groupBy, uniq } from 'lodash';
import { writeInstant } from '../database/instants';
import { insertRows } from '../database/insertRows';
import { whereAny } from '../database/whereAny';
import { AttestationSettings } from './AttestationSettings';
import { readDueAttestations } from './readDueAttestations';
import { ReadOwnerSpans } from './readStandings';

const PAGE = 1000;

/** Asks one group about all services that are newly due; one that cannot be asked throws, and is asked the next time. */
export type AskGroup = (request: {
  owner: string;
  services: DueAttestation[];
}) => void | Promise<void>;

/** What became of one run. */
export interface Asked {
  groups: number;
  failed: number;
  because?: string;
}

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

  /** Tells how many groups were asked, and of how many asking failed and why the first time. */
  async run(given: { now: number; signal?: AbortSignal }): Promise<Asked> {
    const due = await this.readDue(given);
    const kept = await this.keep(due, given.now);
    const asked: Asked = { groups: 0, failed: 0 };
    for (const [owner, services] of Object.entries(
      groupBy(kept, one => one.owner),
    )) {
      try {
        await this.options.ask({ owner, services });
        asked.groups += 1;
      } catch (error) {
        await this.forget(services);
        asked.failed += 1;
        asked.because ??= error instanceof Error ? error.message : `${error}`;
      }
    }
    return asked;
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

  private async forget(services: readonly DueAttestation[]): Promise<void> {
    const [{ owner }] = services;
    await whereAny(
      this.options.database('attestation_requests').where('owner_ref', owner),
      'entity_ref',
      services.map(({ entityRef }) => entityRef),
    )
      .whereIn(
        'due_at',
        uniq(services.map(one => one.due.at)).map(writeInstant),
      )
      .delete();
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
