import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { FactProviderRow } from '../database/tables';

/** Wait after the first fault; doubled with each in a row, and never longer than between two turns. */
const FIRST_WAIT_MS = 5 * 60_000;
/** No provider is asked more often. */
const LEAST_EVERY_MS = 60_000;

/** What came of asking a provider. */
export interface ProviderTurn {
  /** What is wrong, as a sentence; null where nothing is. */
  because: string | null;
  /** What was left out, as sentences; null where nothing was. */
  remarks: string | null;
  /** Of how many it told. */
  services: number;
  everyMs: number;
  now: number;
}

/** Stores what became of a claimed provider and gives the claim back. */
export async function storeAsked(
  knex: Knex,
  claim: FactProviderRow,
  { because, remarks, services, everyMs, now }: ProviderTurn,
): Promise<void> {
  const every = Math.max(everyMs, LEAST_EVERY_MS);
  const faults = because === null ? 0 : claim.faults + 1;
  const wait =
    faults === 0 ? every : Math.min(every, FIRST_WAIT_MS * 2 ** (faults - 1));
  await knex<FactProviderRow>('fact_providers')
    .where({ id: claim.id, lease: claim.lease })
    .update({
      status: because === null ? 'read' : 'fault',
      because,
      remarks,
      faults,
      checked_at: writeInstant(now),
      due_at: writeInstant(now + wait),
      lease: null,
      leased_until: null,
      ...(services > 0 && { services, told_at: writeInstant(now) }),
    });
}
