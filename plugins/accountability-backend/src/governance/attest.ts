import {
  Attestation,
  AttestationEntry,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { readInstant, writeInstant } from '../database/instants';
import { AttestationRow } from '../database/tables';
import { timeOrderedId } from '../database/timeOrderedId';
import { lockDecisions } from './lockDecisions';
import { toAttestation } from './toAttestation';

/**
 * Keeps what a group said of a service. Nothing takes the place of anything:
 * the next one stands beside it. Call it in a transaction.
 */
export async function attest(
  trx: Knex,
  said: Attestation & { entityRef: string; by: string },
): Promise<AttestationEntry> {
  await lockDecisions(trx, { attestation: said.entityRef });
  const before = await trx<AttestationRow>('attestations')
    .where({ entity_ref: said.entityRef })
    .orderBy('at', 'desc')
    .first('at');
  // Two in one millisecond keep their order.
  const at = before ? Math.max(said.at, readInstant(before.at) + 1) : said.at;
  const row = {
    id: timeOrderedId(at),
    entity_ref: said.entityRef,
    at: writeInstant(at),
    verdict: said.verdict,
    owner_ref: said.owner,
    reason: said.reason ?? null,
    by_ref: said.by,
  };
  await trx<AttestationRow>('attestations').insert(row);
  return toAttestation(row);
}
