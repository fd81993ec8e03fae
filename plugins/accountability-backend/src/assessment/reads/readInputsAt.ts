import {
  FactDefinition,
  ReportedFact,
  horizonMs,
} from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { ServiceFile, readGroupKnowledge, readServices } from '../../ownership';
import {
  readCollectedKinds,
  readRecordsAsOf,
  readSourceKinds,
} from '../../records';
import { readReported } from '../../reported';
import { PolicyStore } from '../policy/PolicyStore';
import { groupBySubject } from '../work/groupBySubject';
import { JudgeSettings } from '../work/JudgeSettings';
import { asPersons } from '../work/people/asPersons';
import { readContributions } from '../work/people/readContributions';
import { readStatements } from '../work/people/readStatements';
import { ServiceInputs, toInputs } from '../work/readInputs';
import { readPoolTotalsOf } from '../work/pools/readPoolTotalsOf';
import { readSurroundings } from '../work/readSurroundings';

/** Which service to look at, as of when, and who judges. */
export interface PastOptions {
  entityRef: string;
  /** Epoch milliseconds. */
  at: number;
  policy: Pick<PolicyStore, 'revisionAt'>;
  facts: readonly FactDefinition[];
  /** Facts that others measure; none where absent. */
  reportedFacts?: readonly ReportedFact[];
  settings: JudgeSettings;
}

/** The engine's input for a service as of a past instant. */
export interface PastInputs extends ServiceInputs {
  file: ServiceFile;
  policyInForce: boolean;
}

/**
 * Reads what a service's assessment depended on at a past instant: the record
 * events, the owners and the policy of then. Undefined where the service is
 * not known or is gone from the catalog.
 */
export async function readInputsAt(
  knex: Knex,
  options: PastOptions,
): Promise<PastInputs | undefined> {
  const { at, facts, settings, reportedFacts = [] } = options;
  const [file] = await readServices(knex, { entityRefs: [options.entityRef] });
  if (!file || file.removedAt !== undefined) return undefined;
  const { subjects } = file;
  const revision = await options.policy.revisionAt(at);
  const from = at - horizonMs(facts, settings);
  const records = await readRecordsAsOf(knex, { subjects, from, at });
  const then = { from: at, to: at };
  const contributions = await readContributions(knex, {
    facts,
    settings,
    subjects,
    named: records,
    ...then,
  });
  const inputs = toInputs(
    file,
    {
      contributions,
      reported: await readReported(knex, {
        entityRefs: [file.summary.entityRef],
        facts: reportedFacts,
        ...then,
      }),
      statements: await readStatements(knex, {
        facts,
        services: [file],
        records,
        ...then,
      }),
      records: groupBySubject(
        records.map(record => asPersons(record, contributions)),
      ),
      collected: await readCollectedKinds(knex, { subjects, until: at }),
      sourceKinds: await readSourceKinds(knex),
      groups: await readGroupKnowledge(knex),
      surroundings: await readSurroundings(knex, {
        files: [file],
        records,
        settings,
        from,
        to: at,
        past: true,
      }),
    },
    { facts, reportedFacts, settings, policy: revision.policy, now: at },
  );
  const poolTotals = await readPoolTotalsOf(knex, { subjects, facts, at });
  return {
    ...inputs,
    input: { ...inputs.input, poolTotals },
    file,
    policyInForce: revision.inForce,
  };
}
