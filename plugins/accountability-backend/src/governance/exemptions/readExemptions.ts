import {
  ExemptableService,
  Exemption,
  isExemptionOf,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { uniq } from 'lodash';
import { readInstant, writeInstant } from '../../database/instants';
import { DbInstant, ExemptionRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';
import { toExemption } from './toExemption';

/** A service with what exemptions may name of it. */
export interface Exempted extends ExemptableService {
  /** Owners of before, whose exemptions held then. */
  formerOwners?: readonly string[];
}

/** Exemptions that were approved at some time, for evaluation. */
export interface KeptExemptions {
  /** Since when exemptions are kept at all. */
  since?: number;
  /** By the ref of who they are for, in the order in which they were asked for. */
  bySubject: ReadonlyMap<string, readonly Exemption[]>;
}

/**
 * The approved exemptions of services, their owners and their systems, in one
 * statement however many. What was revoked or has ended is among them: from
 * its instants follows what held when.
 */
export async function readExemptions(
  knex: Knex,
  options: {
    services: readonly Exempted[];
    /** Leaves out what had ended by then, inclusive. */
    endingAfter?: number;
  },
): Promise<KeptExemptions> {
  const { services, endingAfter } = options;
  const approved = knex<ExemptionRow>('exemptions').where({
    verdict: 'approved',
  });
  if (endingAfter !== undefined) {
    approved.where('expires_at', '>', writeInstant(endingAfter));
  }
  whereAny(approved, 'subject_ref', uniq(services.flatMap(refsOf)));
  // From since when they are kept, so that there is a row where there is none of them.
  const rows: ((ExemptionRow | { id: null }) & { since: DbInstant })[] =
    await knex('exemption_keeping as k')
      .leftJoin(approved.as('e'), knex.raw('true'))
      .select('e.*', 'k.since')
      .orderBy('e.id');
  const bySubject = new Map<string, Exemption[]>();
  for (const row of rows) {
    if (row.id === null) continue;
    const exemption = toExemption(row);
    const { ref } = exemption.subject;
    const others = bySubject.get(ref);
    if (others) others.push(exemption);
    else bySubject.set(ref, [exemption]);
  }
  const [first] = rows;
  return { bySubject, ...(first && { since: readInstant(first.since) }) };
}

/** Those that are for one service, or were under an owner of before, whatever their state. */
export function exemptionsOf(
  { bySubject }: KeptExemptions,
  service: Exempted,
): Exemption[] {
  const { entityRef, system, owner, formerOwners = [] } = service;
  return uniq(refsOf(service))
    .flatMap(ref => bySubject.get(ref) ?? [])
    .filter(exemption =>
      [owner, ...formerOwners].some(of =>
        isExemptionOf(exemption, { entityRef, system, owner: of }),
      ),
    );
}

function refsOf({ entityRef, owner, system, formerOwners = [] }: Exempted) {
  return [entityRef, owner ?? [], system ?? [], ...formerOwners]
    .flat()
    .map(ref => ref.toLowerCase());
}
