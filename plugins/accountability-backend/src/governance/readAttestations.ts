import {
  Attestation,
  AttestationEntry,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { groupByRef } from '../database/groupByRef';
import { writeInstant } from '../database/instants';
import { AttestationRow } from '../database/tables';
import { whereAny } from '../database/whereAny';
import { toAttestation } from './toAttestation';

interface Asked {
  entityRefs: readonly string[];
  /** Only those up to then, inclusive. */
  until?: number;
}

/** What groups said of services, oldest first, by service, in one statement. */
export async function readAttestations(
  knex: Knex,
  asked: Asked,
): Promise<Map<string, Attestation[]>> {
  const entries = await readAttestationEntries(knex, asked);
  return new Map(
    [...entries].map(([ref, of]) => [
      ref,
      of.map(({ id: _, ...said }) => said),
    ]),
  );
}

/** As `readAttestations`, each with its id. */
export async function readAttestationEntries(
  knex: Knex,
  { entityRefs, until }: Asked,
): Promise<Map<string, AttestationEntry[]>> {
  if (entityRefs.length === 0) return new Map();
  const query = knex<AttestationRow>('attestations')
    .select()
    .orderBy(['entity_ref', 'at', 'id']);
  if (until !== undefined) query.where('at', '<=', writeInstant(until));
  const rows: AttestationRow[] = await whereAny(
    query,
    'entity_ref',
    entityRefs,
  );
  return new Map(
    [...groupByRef(rows)].map(([ref, of]) => [ref, of.map(toAttestation)]),
  );
}
