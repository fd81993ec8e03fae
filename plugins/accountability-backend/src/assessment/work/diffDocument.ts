import { Assessment } from 'backstage-plugin-accountability-common';
import { writeInstant } from '../../database/instants';
import { PolicyTemplate } from '../template/PolicyTemplate';
import { PreviousResults, ResultChanges } from './Results';
import {
  StoredDocument,
  writeDocument,
  writeMeasured,
} from './storedAssessment';

/**
 * Adds to `changes` what is different of the stored assessment: what was measured
 * and what is said of it each by itself, so that neither is written for the other.
 */
export function diffDocument(
  given: {
    assessment: Assessment;
    newestRecordAt?: number;
    previous: Pick<PreviousResults, 'digest' | 'factsDigest' | 'policy'>;
    template: PolicyTemplate;
  },
  changes: ResultChanges,
): void {
  const { assessment, newestRecordAt, previous, template } = given;
  const { facts, attributions, ...said } = assessment;
  const judged = judgedOf(said, template);
  const columns = writeMeasured({ facts, attributions }, newestRecordAt);
  const measuredAt = writeInstant(assessment.at);
  const measured = {
    entity_ref: assessment.entityRef,
    assessed_at: measuredAt,
    newest_record_at:
      newestRecordAt === undefined ? null : writeInstant(newestRecordAt),
    ...columns,
    measured_at: measuredAt,
  };
  const factsSame = columns.facts_digest === previous.factsDigest;
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
  given: {
    assessment: StoredDocument & Pick<Assessment, 'policy'>;
    previous: Pick<PreviousResults, 'digest' | 'policy'>;
    template: PolicyTemplate;
  },
  changes: ResultChanges,
): void {
  const { assessment, previous, template } = given;
  addJudged(judgedOf(assessment, template), previous, changes);
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

function judgedOf(
  { policy, ...said }: StoredDocument & Pick<Assessment, 'policy'>,
  template: PolicyTemplate,
) {
  const { text, digest } = writeDocument(said, template);
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
