import { horizonMs } from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { readGroupKnowledge } from '../../ownership';
import {
  foldRecord,
  readCollectedKinds,
  readRecordEvents,
  readSourceKinds,
} from '../../records';
import { Reported, readReported } from '../../reported';
import { readContributions } from '../work/people/readContributions';
import { readStatements } from '../work/people/readStatements';
import { readPoolTotalsOf } from '../work/pools/readPoolTotalsOf';
import { readSurroundings } from '../work/readSurroundings';
import { ReplayInputs } from './replayDays';

type Asked = Pick<
  ReplayInputs,
  | 'file'
  | 'facts'
  | 'reportedFacts'
  | 'settings'
  | 'instants'
  | 'policyAt'
  | 'answersAt'
>;

/** Reads what a service depended on at all of the instants, the oldest first, in a fixed number of statements. */
export async function gatherPast(
  knex: Knex,
  asked: Asked,
): Promise<ReplayInputs> {
  const { file, facts, settings, instants } = asked;
  const { subjects } = file;
  const [until = 0] = instants;
  const collected = await readCollectedKinds(knex, { subjects, until });
  const span = {
    from: until - horizonMs(facts, settings),
    to: instants.at(-1) ?? until,
  };
  const events = await readRecordEvents(knex, {
    subjects,
    from: span.from,
    at: span.to,
  });
  const records = [...events.values()].flatMap(
    known => foldRecord(known) ?? [],
  );
  const contributions = await readContributions(knex, {
    facts,
    settings,
    subjects,
    named: [...events.values()].flat(),
    from: until,
    to: span.to,
  });
  return {
    ...asked,
    events,
    contributions,
    reported: await readTold(knex, asked),
    statements: await readStatements(knex, {
      facts,
      services: [file],
      records,
      from: until,
      to: span.to,
    }),
    collected: [...collected.values()].flat(),
    sourceKinds: await readSourceKinds(knex),
    groups: await readGroupKnowledge(knex),
    poolTotals: await readPoolTotalsOf(knex, {
      subjects,
      facts,
      at: span.to,
      first: until,
    }),
    surroundings: await readSurroundings(knex, {
      files: [file],
      records,
      settings,
      ...span,
      past: true,
      candidates: false,
    }),
  };
}

function readTold(
  knex: Knex,
  { file, reportedFacts = [], instants }: Asked,
): Promise<Reported> {
  const [from = 0] = instants;
  const entityRefs = [file.summary.entityRef];
  const to = instants.at(-1) ?? from;
  return readReported(knex, { entityRefs, facts: reportedFacts, from, to });
}
