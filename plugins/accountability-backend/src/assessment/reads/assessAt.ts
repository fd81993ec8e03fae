import { Assessment } from 'backstage-plugin-accountability-common';
import {
  AssessSettings,
  FactDefinition,
  assess,
  horizonMs,
} from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { readOptionalInstant, writeInstant } from '../../database/instants';
import { DbInstant } from '../../database/tables';
import { ServiceFile, readServices } from '../../ownership';
import {
  readCollectedKinds,
  readRecordsAsOf,
  readSourceKinds,
} from '../../records';
import { PolicyStore } from '../policy/PolicyStore';
import { groupBySubject, toInputs } from '../work/readInputs';

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
  options: {
    entityRef: string;
    at: number;
    policy: Pick<PolicyStore, 'revisionAt'>;
    facts: readonly FactDefinition[];
    settings: AssessSettings;
  },
): Promise<PastAssessment | undefined> {
  const { at, facts, settings } = options;
  const entityRef = options.entityRef.toLowerCase();
  const [file] = await readServices(knex, { entityRefs: [entityRef] });
  if (!file || file.removedAt !== undefined) return undefined;
  const { subjects } = file;
  const revision = await options.policy.revisionAt(at);
  const records = await readRecordsAsOf(knex, {
    subjects,
    from: at - horizonMs(facts, settings),
    at,
  });
  const { input, newestRecordAt } = toInputs(
    file,
    {
      records: groupBySubject(records),
      collected: await readCollectedKinds(knex, { subjects, until: at }),
      sourceKinds: await readSourceKinds(knex),
    },
    { facts, settings, policy: revision.policy, now: at },
  );
  return {
    file,
    assessment: assess(input),
    policyInForce: revision.inForce,
    newestRecordAt,
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
