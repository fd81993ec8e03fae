import { measureFact } from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { PastOptions, readInputsAt } from './readInputsAt';

/** All records behind a fact, which assessments keep the newest of only. */
export interface MeasuredEvidence {
  /** How the value came about, in one sentence. */
  because: string;
  /** Newest first. */
  recordIds: string[];
}

/**
 * Measures one fact of a service again as of an instant, to name every record
 * behind it. Undefined where there is no such fact or no such service.
 */
export async function measureEvidence(
  knex: Knex,
  options: PastOptions & { fact: string },
): Promise<MeasuredEvidence | undefined> {
  const fact = options.facts.find(({ id }) => id === options.fact);
  if (!fact) return undefined;
  const inputs = await readInputsAt(knex, options);
  if (!inputs) return undefined;
  const { because, evidence } = measureFact(fact, inputs.input);
  return { because, recordIds: evidence };
}
