import { AttestationEntry } from 'backstage-plugin-accountability-common';
import { readInstant } from '../database/instants';
import { AttestationRow } from '../database/tables';

/** An attestation as its row has it. */
export function toAttestation(row: AttestationRow): AttestationEntry {
  return {
    id: row.id,
    at: readInstant(row.at),
    verdict: row.verdict === 'rejected' ? 'rejected' : 'confirmed',
    owner: row.owner_ref,
    ...(row.reason !== null && { reason: row.reason }),
  };
}
