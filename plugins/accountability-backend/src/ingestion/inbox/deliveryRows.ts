import {
  DeliveryResponse,
  VerdictStatus,
} from 'backstage-plugin-accountability-common';
import { Collected, RefusedPart } from 'backstage-plugin-accountability-node';
import { writeInstant } from '../../database/instants';
import { DeliveryRow } from '../../database/tables';
import { VerifiedDelivery } from '../VerifiedDelivery';

const verdicts: readonly VerdictStatus[] = [
  'accepted',
  'ignored',
  'unsupported',
  'rejected',
];

const LONGEST_REASON = 1000;

/** A reason may quote what came, in characters that no database takes. */
const storable = (because: string) =>
  because.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').slice(0, LONGEST_REASON);

/** What a collector made of a delivery, as the columns of its row. */
export function toVerdictColumns(
  collected: Collected,
): Pick<DeliveryRow, 'verdict' | 'because' | 'events' | 'refused'> {
  const accepted = collected.status === 'accepted' ? collected : undefined;
  return {
    verdict: collected.status,
    because:
      collected.status === 'accepted' ? null : storable(collected.because),
    events: accepted?.events.length ?? 0,
    refused: accepted?.refused?.length
      ? JSON.stringify(accepted.refused)
      : null,
  };
}

/** The row of a delivery. */
export function toDeliveryRow(delivery: VerifiedDelivery): DeliveryRow {
  return {
    source: delivery.source,
    id: delivery.id,
    dedupe_key: delivery.dedupeKey,
    received_at: writeInstant(delivery.receivedAt),
    headers: JSON.stringify(delivery.headers),
    body: delivery.body,
    ...toVerdictColumns(delivery.collected),
  };
}

/** The answer to a delivery, made of its row so that a duplicate's is the same as the first's. */
export function toDeliveryResponse(
  row: Omit<DeliveryRow, 'body' | 'headers' | 'received_at'>,
  duplicate: boolean,
): DeliveryResponse {
  const refused: RefusedPart[] = row.refused ? JSON.parse(row.refused) : [];
  return {
    id: row.id,
    verdict: {
      status: verdicts.find(known => known === row.verdict) ?? 'rejected',
      ...(row.because === null ? {} : { because: row.because }),
    },
    events: row.events,
    duplicate,
    refused,
  };
}
