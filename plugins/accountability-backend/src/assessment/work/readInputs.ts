import {
  Assessment,
  RecordKind,
  ServiceRecord,
  recordKinds,
} from 'backstage-plugin-accountability-common';
import {
  AssessInput,
  CompiledPolicy,
  FactDefinition,
  ReportedFact,
  ServiceInput,
  horizonMs,
  neededKinds,
  neededReports,
} from 'backstage-plugin-accountability-engine';
import { AskedEngine } from 'backstage-plugin-accountability-node';
import { Knex } from 'knex';
import {
  GroupKnowledge,
  ServiceFile,
  readGroupKnowledge,
  readServices,
} from '../../ownership';
import {
  readCollectedKinds,
  readRecords,
  readSourceKinds,
} from '../../records';
import { Reported, readReported, reportedAt } from '../../reported';
import { JudgeSettings } from './JudgeSettings';
import { Contributions, noContributions } from './people/Contributions';
import { asPersons } from './people/asPersons';
import { authorshipAt } from './people/authorshipAt';
import { readContributions } from './people/readContributions';
import {
  Statements,
  noStatements,
  readStatements,
} from './people/readStatements';
import { statementsAt } from './people/statementsAt';
import { Surroundings, surroundingsAt } from './Surroundings';
import { groupBySubject } from './groupBySubject';
import { newestOf } from './newestOf';
import { QuietSource, quietKindsOf } from './quietKindsOf';
import { readSurroundings } from './readSurroundings';
import { settingsOf } from './settingsOf';

/**
 * A sender's clock may run ahead of ours. What lies ahead is read so that the
 * service is due when it begins; a service is due once a day in any case.
 */
const lookAheadMs = 2 * 24 * 60 * 60 * 1000;

/** What came of late is looked at in any case: how fresh a service is is told by it. */
const leastLookedAtMs = 28 * 24 * 60 * 60 * 1000;

/** What stays the same for all services of a run. */
export interface Judgement {
  policy: CompiledPolicy;
  facts: readonly FactDefinition[];
  /** Facts that others measure; none where absent. */
  reportedFacts?: readonly ReportedFact[];
  settings: JudgeSettings;
  /** Whom rules of other engines are asked of; none where absent. */
  engines?: readonly AskedEngine[];
  /** Sources that were regular and have gone quiet. */
  quiet?: readonly QuietSource[];
}

/** The engine's input for one service, with what only the tables want. */
export interface ServiceInputs {
  input: AssessInput;
  newestRecordAt?: number;
}

/** What an assessment wants to know besides the service itself. */
export interface Gathered {
  records: ReadonlyMap<string, ServiceRecord[]>;
  collected: ReadonlyMap<string, RecordKind[]>;
  sourceKinds: RecordKind[];
  surroundings: Surroundings;
  groups: GroupKnowledge;
  contributions?: Contributions;
  statements?: Statements;
  reported?: Reported;
}

/**
 * Reads everything that the assessment of the services depends on, in a number
 * of statements that does not grow with them. Services that are not in the
 * catalog are left out.
 */
export async function readInputs(
  knex: Knex,
  options: Judgement & { entityRefs: readonly string[]; now: number },
): Promise<ServiceInputs[]> {
  const { facts, settings, now } = options;
  const files = await readServices(knex, options);
  const services = files.filter(file => file.removedAt === undefined);
  const subjects = [...new Set(services.flatMap(file => file.subjects))];
  const span = {
    from: now - horizonMs(facts, settings),
    to: now + lookAheadMs,
  };
  const records = await readRecords(knex, {
    subjects,
    from: startsOf(options),
    to: span.to,
    reports: neededReports(facts),
  });
  const contributions = await readContributions(knex, {
    ...options,
    subjects,
    named: records,
    from: now,
    to: now,
  });
  const gathered = {
    contributions,
    reported: await readReported(knex, {
      entityRefs: services.map(({ summary }) => summary.entityRef),
      facts: options.reportedFacts ?? [],
      from: now,
      to: now,
    }),
    statements: await readStatements(knex, {
      facts,
      services,
      records,
      from: now,
      to: now,
    }),
    records: groupBySubject(
      records.map(record => asPersons(record, contributions)),
    ),
    collected: await readCollectedKinds(knex, { subjects }),
    sourceKinds: await readSourceKinds(knex),
    groups: await readGroupKnowledge(knex),
    surroundings: await readSurroundings(knex, {
      files: services,
      records,
      settings,
      ...span,
    }),
  };
  return services.map(file => toInputs(file, gathered, options));
}

/** Since when records of each kind are looked at. */
function startsOf({
  facts,
  settings,
  now,
}: Judgement & { now: number }): Map<RecordKind, number> {
  return new Map(
    neededKinds(facts).map(kind => {
      const horizon = horizonMs(facts, settings, kind);
      return [kind, now - Math.max(horizon, leastLookedAtMs)];
    }),
  );
}

/** Puts together the engine's input for one service. */
export function toInputs(
  file: ServiceFile,
  gathered: Gathered,
  options: Judgement & { now: number },
): ServiceInputs {
  const { subjects } = file;
  const of = <T>(map: ReadonlyMap<string, T[]>) =>
    subjects.flatMap(subject => map.get(subject) ?? []);
  const records = of(gathered.records);
  const collected = new Set(of(gathered.collected));
  const { contributions = noContributions, statements = noStatements } =
    gathered;
  return {
    newestRecordAt: newestOf(records, options.now),
    input: {
      now: options.now,
      service: toServiceInput(file),
      records,
      collectedKinds: recordKinds.filter(kind => collected.has(kind)),
      sourceKinds: gathered.sourceKinds,
      groups: gathered.groups,
      ...statementsAt(file, { statements, at: options.now }),
      people: contributions.people,
      authorship: authorshipAt(of(contributions.authorship), options.now),
      quietKinds: quietKindsOf(subjects, {
        collected: gathered.collected,
        quiet: options.quiet ?? [],
      }),
      facts: options.facts,
      ...reportedAt(file.summary.entityRef, {
        facts: options.reportedFacts ?? [],
        reported: gathered.reported,
        at: options.now,
      }),
      policy: options.policy,
      settings: settingsOf(file, options.settings),
      ...surroundingsAt(file, {
        surroundings: gathered.surroundings,
        incidents: records
          .filter(record => record.kind === 'incident')
          .map(record => record.id),
        at: options.now,
      }),
    },
  };
}

/** A service as the engine knows it. */
export function toServiceInput({
  summary,
  spans,
  entity,
}: ServiceFile): ServiceInput {
  return {
    entityRef: summary.entityRef,
    kind: summary.kind,
    type: summary.type,
    lifecycle: summary.lifecycle,
    owner: summary.owner,
    system: summary.system,
    ownerResolves: summary.ownerResolves,
    spans,
    entity,
  };
}

/** An assessment and the instant of the newest record it looked at. */
export interface Assessed {
  assessment: Assessment;
  newestRecordAt?: number;
}
