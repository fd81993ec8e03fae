import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { DecisionReviewRow } from '../database/tables';

/** Keeps a review of a decision that was gone past; false where it has one already, by whichever replica. */
export async function reviewDecision(
  knex: Knex,
  review: { id: string; at: number; by: string; remarks: string },
): Promise<boolean> {
  const kept = await knex<DecisionReviewRow>('decision_reviews')
    .insert({
      decision_id: review.id,
      at: writeInstant(review.at),
      by_ref: review.by,
      remarks: review.remarks,
    })
    .onConflict('decision_id')
    .ignore()
    .returning('decision_id');
  return kept.length > 0;
}
