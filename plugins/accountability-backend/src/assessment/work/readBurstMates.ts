import { Attribution } from 'backstage-plugin-accountability-common';
import { burstMs } from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { isEqual } from 'lodash';
import { AttributionRow } from '../../database/tables';
import { readEntityRefsOfSubjects } from '../../ownership';
import { readIncidentsNear } from '../../records';
import { ResultChanges } from './Results';

/** What is different of one service, and which links of its incidents were in force. */
export interface Compared {
  entityRef: string;
  changes: ResultChanges;
  before: readonly AttributionRow[];
}

/**
 * Other services with incidents near those whose burst is another than the link
 * in force said: theirs is another, too. Each with the instant from which its
 * closed days are to be restated, undefined where they stay.
 */
export async function readBurstMates(
  trx: Knex,
  compared: readonly Compared[],
  { today }: { today: number },
): Promise<Map<string, number | undefined>> {
  const mates = new Map<string, number | undefined>();
  const instants = compared.flatMap(movedBursts);
  if (instants.length === 0) return mates;
  const near = await readIncidentsNear(trx, { instants, reachMs: burstMs });
  const refs = await readEntityRefsOfSubjects(trx, {
    subjects: [...new Set(near.map(({ subject }) => subject))],
  });
  // Who is in the batch was told by the same incidents.
  const here = new Set(compared.map(({ entityRef }) => entityRef));
  for (const { subject, startedAt } of near) {
    for (const ref of refs.get(subject) ?? []) {
      if (here.has(ref)) continue;
      const earliest = Math.min(startedAt, mates.get(ref) ?? Infinity);
      mates.set(ref, earliest < today ? earliest : undefined);
    }
  }
  return mates;
}

/** When incidents began whose burst came, went or changed. */
function movedBursts({ changes, before }: Compared): number[] {
  const were = new Map(before.map(row => [row.incident_id, read(row)]));
  const are = new Map<string, Attribution>();
  for (const row of changes.attributions) {
    if (row.superseded_at === null) are.set(row.incident_id, read(row));
    else if (!were.has(row.incident_id)) were.set(row.incident_id, read(row));
  }
  const ids = new Set(changes.attributions.map(row => row.incident_id));
  return [...ids].flatMap(id => {
    const [was, is] = [were.get(id), are.get(id)];
    if (isEqual(was?.burst, is?.burst)) return [];
    return [was, is].flatMap(link =>
      link?.burst ? [link.incidentStartedAt] : [],
    );
  });
}

function read({
  attribution,
}: Pick<AttributionRow, 'attribution'>): Attribution {
  return JSON.parse(attribution);
}
