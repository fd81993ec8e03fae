import { Attestation } from 'backstage-plugin-accountability-common';
import {
  CodeownersState,
  FactDefinition,
} from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { readCodeowners } from '../../../codeowners';
import { readAttestations } from '../../../governance';

/** What repositories and groups say of who owns what. */
export interface Statements {
  /** By subject, as they were last read, also for a past instant. */
  codeowners: ReadonlyMap<string, CodeownersState>;
  /** By service, oldest first. */
  attestations: ReadonlyMap<string, Attestation[]>;
}

/** What is known where no fact asks. */
export const noStatements: Statements = {
  codeowners: new Map(),
  attestations: new Map(),
};

/** Reads CODEOWNERS and attestations in at most three statements; none where no fact looks at them. */
export async function readStatements(
  knex: Knex,
  asked: {
    facts: readonly FactDefinition[];
    subjects: readonly string[];
    entityRefs: readonly string[];
  },
): Promise<Statements> {
  const { facts, subjects, entityRefs } = asked;
  const isRead = (what: 'codeowners' | 'attestations') =>
    facts.some(({ reads }) => reads?.includes(what));
  return {
    codeowners: isRead('codeowners')
      ? await readCodeowners(knex, { subjects })
      : noStatements.codeowners,
    attestations: isRead('attestations')
      ? await readAttestations(knex, { entityRefs })
      : noStatements.attestations,
  };
}
