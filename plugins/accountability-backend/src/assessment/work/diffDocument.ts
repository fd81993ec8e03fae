import { Assessment } from 'backstage-plugin-accountability-common';
import { writeInstant } from '../../database/instants';
import { PreviousResults, ResultChanges } from './Results';
import { WrittenDocument, writeDocument, writeFacts } from './storedAssessment';

/**
 * Adds to `changes` what is different of the stored assessment: facts and what
 * is said of them each by itself, so that neither is written for the other.
 */
export function diffDocument(
  given: {
    assessment: Assessment;
    newestRecordAt?: number;
    previous: Pick<PreviousResults, 'digest' | 'factsDigest' | 'policy'>;
  },
  changes: ResultChanges,
): void {
  const { assessment, newestRecordAt, previous } = given;
  const { facts, ...said } = assessment;
  const judged = judgedOf(said);
  const { text, digest } = writeFacts(facts, newestRecordAt);
  const measuredAt = writeInstant(assessment.at);
  const measured = {
    entity_ref: assessment.entityRef,
    assessed_at: measuredAt,
    newest_record_at:
      newestRecordAt === undefined ? null : writeInstant(newestRecordAt),
    facts: text,
    facts_digest: digest,
    measured_at: measuredAt,
  };
  const factsSame = digest === previous.factsDigest;
  if (!factsSame && judged.digest !== previous.digest) {
    changes.assessments.push({ ...judged, ...measured });
    return;
  }
  if (factsSame) {
    const { entity_ref } = measured;
    changes.confirmed.push({ entity_ref, measured_at: measuredAt });
  } else {
    changes.measured.push(measured);
  }
  addJudged(judged, previous, changes);
}

/** Adds to `changes` what a policy says of facts that are as stored. */
export function diffJudgement(
  assessment: WrittenDocument & Pick<Assessment, 'policy'>,
  previous: Pick<PreviousResults, 'digest' | 'policy'>,
  changes: ResultChanges,
): void {
  addJudged(judgedOf(assessment), previous, changes);
}

function addJudged(
  judged: ResultChanges['judged'][number],
  previous: Pick<PreviousResults, 'digest' | 'policy'>,
  changes: ResultChanges,
) {
  const { entity_ref, policy } = judged;
  if (judged.digest !== previous.digest) changes.judged.push(judged);
  else if (policy !== previous.policy) {
    changes.policies.push({ entity_ref, policy });
  }
}

function judgedOf({
  policy,
  ...said
}: WrittenDocument & Pick<Assessment, 'policy'>) {
  const { text, digest } = writeDocument(said);
  return {
    entity_ref: said.entityRef,
    assessed_at: writeInstant(said.at),
    known: said.coverage.known,
    applicable: said.coverage.applicable,
    document: text,
    digest,
    policy,
  };
}
