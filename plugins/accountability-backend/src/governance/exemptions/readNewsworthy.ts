import { Exemption } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { uniq } from 'lodash';
import { writeInstant } from '../../database/instants';
import { ExemptionRow, ServiceRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';
import { endingMs, newsMs } from './dueNotices';
import { toExemption } from './toExemption';

/** Exemptions of which somebody may have to be told, with the owners of what they are for. */
export interface Newsworthy {
  exemptions: Exemption[];
  /** Entity refs; who asked, where nobody owns it. */
  ownersOf(exemption: Exemption): string[];
}

/** Reads them in two statements: what was asked for or decided of late, and what ends soon. */
export async function readNewsworthy(
  knex: Knex,
  { now }: { now: number },
): Promise<Newsworthy> {
  const late = writeInstant(now - newsMs);
  const rows: ExemptionRow[] = await knex<ExemptionRow>('exemptions')
    .where('requested_at', '>', late)
    .orWhere('decided_at', '>', late)
    .orWhere('revoked_at', '>', late)
    .orWhere(ending => endsSoon(ending, now))
    // What they are renewed by may end much later.
    .orWhereIn('renews', renewed =>
      endsSoon(renewed.from('exemptions').select('id'), now),
    )
    .orderBy('id');
  const exemptions = rows.map(toExemption);
  const owners = await readOwners(knex, exemptions);
  return {
    exemptions,
    ownersOf: ({ subject, requestedBy }) => {
      if (subject.by === 'owner') return [subject.ref];
      const known = owners.get(subject.ref) ?? [];
      return known.length > 0 ? known : [requestedBy].filter(isPerson);
    },
  };
}

function endsSoon(query: Knex.QueryBuilder, now: number): void {
  query
    .where('verdict', 'approved')
    .whereNull('revoked_at')
    .whereBetween('expires_at', [
      writeInstant(now),
      writeInstant(now + endingMs),
    ]);
}

function isPerson(ref: string): boolean {
  return ref.startsWith('user:');
}

/** By service and by system, each once. */
async function readOwners(
  knex: Knex,
  exemptions: readonly Exemption[],
): Promise<ReadonlyMap<string, string[]>> {
  const refs = uniq(exemptions.map(({ subject }) => subject.ref));
  const rows: Pick<ServiceRow, 'entity_ref' | 'system' | 'owner_ref'>[] =
    await knex<ServiceRow>('services')
      .whereNull('removed_at')
      .whereNotNull('owner_ref')
      .where('owner_resolves', true)
      .where(either => {
        whereAny(either, 'entity_ref', refs);
        either.orWhere(one => whereAny(one, 'system', refs));
      })
      .orderBy('owner_ref')
      .select('entity_ref', 'system', 'owner_ref');
  const owners = new Map<string, string[]>();
  for (const { entity_ref, system, owner_ref } of rows) {
    for (const ref of [entity_ref, system]) {
      if (ref === null || owner_ref === null) continue;
      owners.set(ref, uniq([...(owners.get(ref) ?? []), owner_ref]));
    }
  }
  return owners;
}
