import { createHash } from 'crypto';
import {
  Assessment,
  FactDetails,
  FactReading,
  FactValue,
} from 'backstage-plugin-accountability-common';
import { AssessmentRow } from '../../database/tables';
import {
  packScorecards,
  PackedScorecard,
  unpackScorecards,
} from '../template/packScorecards';
import { PolicyTemplate } from '../template/PolicyTemplate';

/** What is stored of an assessment as its document: what a policy says of the facts. */
export type StoredDocument = Omit<
  Assessment,
  'facts' | 'attributions' | 'policy'
>;

/** The same as it is written: without what the template of the policy has. */
type PackedDocument = Omit<StoredDocument, 'scorecards'> & {
  scorecards: PackedScorecard[];
};

/** A text with the digest of what it says. */
export interface Digested {
  text: string;
  digest: string;
}

/** The columns that an assessment is put together of. */
export const assessmentParts = [
  'document',
  'facts',
  'fact_details',
  'attributions',
  'policy',
] as const;

/** A row with these columns. */
export type AssessmentParts = Pick<
  AssessmentRow,
  (typeof assessmentParts)[number]
>;

/**
 * The document of an assessment, with a digest that leaves out the instants
 * that move with every run: two runs that say the same have the same digest,
 * and the second need not be written.
 */
export function writeDocument(
  { at, nextDueAt, scorecards, ...said }: StoredDocument,
  template: PolicyTemplate,
): Digested {
  // Texts of 30 checks take longer to make than to hash: it is made once, and the instants are put at its end.
  const lasting = JSON.stringify({
    ...said,
    scorecards: packScorecards(scorecards, template),
  });
  const instants = JSON.stringify({ at, nextDueAt });
  return {
    text: `${lasting.slice(0, -1)},${instants.slice(1)}`,
    digest: digestOf(lasting),
  };
}

/** What was measured, in the columns in which it is stored. */
export type MeasuredColumns = Pick<
  AssessmentRow,
  'facts' | 'fact_details' | 'attributions' | 'facts_digest'
>;

/**
 * What was measured: apart from what a policy reads are the records behind it
 * and the links of incidents, which are two thirds of the bytes. So is the
 * digest of all three without the instants that move with every run.
 */
export function writeMeasured(
  { facts, attributions }: Pick<Assessment, 'facts' | 'attributions'>,
  newestRecordAt?: number,
): MeasuredColumns {
  const apart = facts.map(takeApart);
  const lasting = apart.map(({ reading, details }) => [
    { ...reading, observedAt: undefined },
    { ...details, window: undefined },
  ]);
  const links = JSON.stringify(attributions);
  const said = JSON.stringify([newestRecordAt, lasting]);
  return {
    facts: JSON.stringify(apart.map(({ reading }) => reading)),
    fact_details: JSON.stringify(apart.map(({ details }) => details)),
    attributions: links,
    facts_digest: digestOf(`${said}${links}`),
  };
}

function takeApart(fact: FactValue): {
  reading: FactReading;
  details: FactDetails;
} {
  const { id, unit, observedAt, because, ...rest } = fact;
  const base = { id, unit, observedAt, because };
  if (rest.status === 'unknown') {
    const { status, reason, ...details } = rest;
    return { reading: { ...base, status, reason }, details };
  }
  const { status, value, ...details } = rest;
  return { reading: { ...base, status, value }, details };
}

/** A document as it was before it was packed. */
export function parseDocument(
  document: string,
  template: PolicyTemplate = {},
): StoredDocument {
  const packed: PackedDocument = JSON.parse(document);
  return {
    ...packed,
    scorecards: unpackScorecards(packed.scorecards, template),
  };
}

/** An assessment, of the columns in which it is stored; a replica of the version before wrote them as one. */
export function parseAssessment(
  row: AssessmentParts,
  template?: PolicyTemplate,
): Assessment {
  return {
    attributions: JSON.parse(row.attributions || '[]'),
    ...parseDocument(row.document, template),
    policy: row.policy,
    facts: parseFacts(row),
  };
}

/** Facts with what is behind them, of the columns in which they are stored. */
export function parseFacts(
  row: Pick<AssessmentRow, 'facts' | 'fact_details'>,
): FactValue[] {
  const facts: FactReading[] = JSON.parse(row.facts);
  const details: FactDetails[] = JSON.parse(row.fact_details || '[]');
  return facts.map((reading, index) => ({ ...details[index], ...reading }));
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Stored facts as of the instant at which they were last measured: those that
 * say the same are not written again, and their text has older instants.
 */
export function confirmFacts(
  stored: readonly FactReading[],
  measuredAt: number,
): FactReading[] {
  // What others measured keeps its instant; what was measured here is the newest.
  const writtenAt = stored.reduce(
    (newest, { observedAt }) => Math.max(newest, observedAt),
    -Infinity,
  );
  if (!(measuredAt > writtenAt)) return [...stored];
  return stored.map(fact =>
    fact.observedAt === writtenAt ? { ...fact, observedAt: measuredAt } : fact,
  );
}
