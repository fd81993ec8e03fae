import { Assessment } from 'backstage-plugin-accountability-common';
import { assess } from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { readOptionalInstant, writeInstant } from '../../database/instants';
import { DbInstant } from '../../database/tables';
import { ServiceFile } from '../../ownership';
import { PastOptions, readInputsAt } from './readInputsAt';

/** A service assessed again for a past instant. */
export interface PastAssessment {
  file: ServiceFile;
  assessment: Assessment;
  /** False where the policy of that instant is not kept. */
  policyInForce: boolean;
  newestRecordAt?: number;
  /** Transitions at or before the instant, and after it. */
  previousTransitionAt?: number;
  nextTransitionAt?: number;
}

/**
 * Recomputes the assessment of a service as of a past instant: with the record
 * events, the owners and the policy of then. Undefined where the service is
 * not known or is gone from the catalog.
 */
export async function assessAt(
  knex: Knex,
  options: PastOptions,
): Promise<PastAssessment | undefined> {
  const { at } = options;
  const entityRef = options.entityRef.toLowerCase();
  const inputs = await readInputsAt(knex, { ...options, entityRef });
  if (!inputs) return undefined;
  return {
    file: inputs.file,
    assessment: assess(inputs.input),
    policyInForce: inputs.policyInForce,
    newestRecordAt: inputs.newestRecordAt,
    ...(await readNeighbours(knex, { entityRef, at })),
  };
}

/** The instants of the transitions around an instant, in one statement. */
async function readNeighbours(
  knex: Knex,
  { entityRef, at }: { entityRef: string; at: number },
) {
  const transitions = () => knex('transitions').where('entity_ref', entityRef);
  const row: { before: DbInstant | null; after: DbInstant | null } =
    await knex.first({
      before: transitions().where('at', '<=', writeInstant(at)).max('at'),
      after: transitions().where('at', '>', writeInstant(at)).min('at'),
    });
  return {
    previousTransitionAt: readOptionalInstant(row.before),
    nextTransitionAt: readOptionalInstant(row.after),
  };
}
