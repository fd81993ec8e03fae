import { Attestation } from 'backstage-plugin-accountability-common';
import {
  Beside,
  CodeownersState,
  FactDefinition,
} from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { readCodeowners } from '../../../codeowners';
import {
  Exempted,
  KeptExemptions,
  readAttestations,
  readExemptions,
} from '../../../governance';
import { ServiceFile, readOwnerLoads } from '../../../ownership';
import { Sibling, readSiblings } from '../../../records';
import {
  Supplies,
  SupplyQuery,
  noSupplies,
  readSupply,
} from '../supply/readSupply';
import { whatIsRead } from '../whatIsRead';

/** What repositories, groups, other services and the world say that is no record of a service. */
export interface Statements {
  /** By subject, as they were last read, also for a past instant. */
  codeowners: ReadonlyMap<string, CodeownersState>;
  /** By service, oldest first. */
  attestations: ReadonlyMap<string, Attestation[]>;
  /** Undefined where nobody read them. */
  exemptions?: KeptExemptions;
  supplies: Supplies;
  /** By subject; undefined where no fact asks. */
  siblings?: ReadonlyMap<string, Sibling[]>;
  /** By owner, as it is now; undefined where no fact asks. */
  ownerLoads?: ReadonlyMap<string, number>;
}

/** What is known where no fact asks. */
export const noStatements: Statements = {
  codeowners: new Map(),
  attestations: new Map(),
  supplies: noSupplies,
};

/** Reads all of it in a fixed number of statements; nothing that no fact looks at. */
export async function readStatements(
  knex: Knex,
  asked: Omit<SupplyQuery, 'subjects'> & {
    services: readonly ServiceFile[];
  },
): Promise<Statements> {
  const { facts, services, from, to } = asked;
  const subjects = [...new Set(services.flatMap(file => file.subjects))];
  const isRead = whatIsRead(facts);
  const owners = services.flatMap(({ summary }) => summary.owner ?? []);
  return {
    codeowners: isRead('codeowners')
      ? await readCodeowners(knex, { subjects })
      : noStatements.codeowners,
    attestations: isRead('attestations')
      ? await readAttestations(knex, {
          entityRefs: services.map(({ summary }) => summary.entityRef),
        })
      : noStatements.attestations,
    exemptions: await readExemptions(knex, {
      services: services.map(toExempted),
      endingAfter: from - reachOf(facts, 'exemptions'),
    }),
    supplies: await readSupply(knex, { ...asked, subjects }),
    siblings: isRead('siblings')
      ? await readSiblings(knex, {
          subjects,
          from: from - reachOf(facts, 'siblings'),
          to,
        })
      : undefined,
    ownerLoads: isRead('servicesOfOwner')
      ? await readOwnerLoads(knex, { owners: [...new Set(owners)] })
      : undefined,
  };
}

/** What exemptions may name of a service, now and before. */
export function toExempted({ summary, spans }: ServiceFile): Exempted {
  return { ...summary, formerOwners: spans.map(({ owner }) => owner) };
}

/** How far before an instant it is looked at, in milliseconds: a fraction of what records are, since most facts do not ask. */
function reachOf(facts: readonly FactDefinition[], what: Beside): number {
  const days = facts
    .filter(({ reads }) => reads?.includes(what))
    .map(({ windowDays, lateDays = 0 }) => windowDays + lateDays);
  return Math.max(0, ...days) * 24 * 3_600_000;
}
