import { createHash } from 'crypto';
import { Assessment, FactValue } from 'backstage-plugin-accountability-common';
import { AssessmentRow } from '../../database/tables';

/** What is stored of an assessment as its document: what a policy says of the facts, and what else is not a fact. */
export type StoredDocument = Omit<Assessment, 'facts' | 'policy'>;

/** A document to be written; its links may be the JSON text as it was stored. */
export type WrittenDocument = Omit<StoredDocument, 'attributions'> & {
  attributions: StoredDocument['attributions'] | string;
};

/** A text with the digest of what it says. */
export interface Digested {
  text: string;
  digest: string;
}

/** The columns that an assessment is put together of. */
export type AssessmentParts = Pick<
  AssessmentRow,
  'document' | 'facts' | 'policy'
>;

/**
 * The document of an assessment, with a digest that leaves out the instants
 * that move with every run: two runs that say the same have the same digest,
 * and the second need not be written.
 */
export function writeDocument({
  at,
  nextDueAt,
  attributions,
  ...said
}: WrittenDocument): Digested {
  // Texts of 30 checks take longer to make than to hash: it is made once, and the instants are put at its end.
  const links =
    typeof attributions === 'string'
      ? attributions
      : JSON.stringify(attributions);
  const lasting = `{"attributions":${links},${JSON.stringify(said).slice(1)}`;
  const instants = JSON.stringify({ at, nextDueAt });
  return {
    text: `${lasting.slice(0, -1)},${instants.slice(1)}`,
    digest: digestOf(lasting),
  };
}

/** The facts of an assessment; so is their digest without instants. */
export function writeFacts(
  facts: readonly FactValue[],
  newestRecordAt?: number,
): Digested {
  const lasting = facts.map(fact => ({
    ...fact,
    observedAt: undefined,
    window: undefined,
  }));
  return {
    text: JSON.stringify(facts),
    digest: digestOf(JSON.stringify([newestRecordAt, lasting])),
  };
}

/** An assessment, of the columns in which it is stored. */
export function parseAssessment(row: AssessmentParts): Assessment {
  const document: StoredDocument = JSON.parse(row.document);
  return { ...document, policy: row.policy, facts: JSON.parse(row.facts) };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Stored facts as of the instant at which they were last measured: those that
 * say the same are not written again, and their text has older instants.
 */
export function confirmFacts(
  stored: readonly FactValue[],
  measuredAt: number,
): FactValue[] {
  // What others measured keeps its instant; what was measured here is the newest.
  const writtenAt = stored.reduce(
    (newest, { observedAt }) => Math.max(newest, observedAt),
    -Infinity,
  );
  const age = measuredAt - writtenAt;
  if (!(age > 0)) return [...stored];
  return stored.map(fact =>
    fact.observedAt === writtenAt
      ? {
          ...fact,
          observedAt: measuredAt,
          window: { from: fact.window.from + age, to: fact.window.to + age },
        }
      : fact,
  );
}
