import {
  CheckStatus,
  FactReading,
  checkStatuses,
} from 'backstage-plugin-accountability-common';
import { BacktestService } from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { dayOf } from '../database/dayOf';
import { groupByRef } from '../database/groupByRef';
import { AssessmentRow, CheckResultRow } from '../database/tables';
import { whereAny } from '../database/whereAny';
import { exemptionsOf, readExemptions } from '../governance';
import { ServiceFile, readServices } from '../ownership';
import { readIncidents } from './readIncidents';
import { parseKept, readKept } from './readKept';

/** What is read of services. */
export interface BatchAsked {
  entityRefs: readonly string[];
  /** Ids of the facts that are read. */
  facts: readonly string[];
  /** Names of the candidate's scorecards. */
  scorecards: readonly string[];
  /** Starts of the weeks, oldest first. */
  weeks: readonly number[];
  now: number;
}

/** UTC day that was over at an instant at the latest: 22 November of the 23rd at 0:00. */
const dayBefore = (at: number) => dayOf(at - 1);

/**
 * Reads what a candidate is held against, in eight statements however many
 * services. Each is handed out as a function: to parse one takes its time, and
 * others want theirs.
 */
export async function readBatch(
  knex: Knex,
  asked: BatchAsked,
): Promise<(() => BacktestService)[]> {
  const { entityRefs, facts, weeks, now } = asked;
  const files = await readServices(knex, { entityRefs });
  const days = weeks.map(dayBefore);
  const measured = await readFacts(knex, entityRefs);
  const inForce = await readInForce(knex, asked);
  const kept = await readKept(knex, { entityRefs, facts, days });
  const begun = await readIncidents(knex, {
    files,
    from: weeks[0] ?? now,
    to: now,
  });
  const exemptions = await readExemptions(knex, {
    services: files.map(({ summary }) => summary),
    endingAfter: now,
  });
  const wanted = new Set(facts);
  return files
    .filter(({ removedAt }) => removedAt === undefined)
    .map(file => () => ({
      ...identify(file),
      facts: pickFacts(measured.get(file.summary.entityRef), wanted),
      exemptions: exemptionsOf(exemptions, file.summary),
      inForce: inForce(file.summary.entityRef),
      past: parseKept(kept.get(file.summary.entityRef), days),
      incidents: file.subjects.flatMap(subject => begun.get(subject) ?? []),
    }));
}

function identify({ summary, entity }: ServiceFile) {
  return { title: summary.title, service: { ...summary, entity } };
}

/** Facts as they were last measured, as JSON. */
async function readFacts(
  knex: Knex,
  entityRefs: readonly string[],
): Promise<Map<string, string>> {
  const rows: Pick<AssessmentRow, 'entity_ref' | 'facts'>[] = await whereAny(
    knex('assessments').select('entity_ref', 'facts'),
    'entity_ref',
    entityRefs,
  );
  return new Map(rows.map(({ entity_ref, facts }) => [entity_ref, facts]));
}

function pickFacts(
  text: string | undefined,
  wanted: ReadonlySet<string>,
): Map<string, FactReading> {
  const facts: FactReading[] = text ? JSON.parse(text) : [];
  return new Map(
    facts.filter(({ id }) => wanted.has(id)).map(fact => [fact.id, fact]),
  );
}

type InForce = Pick<
  CheckResultRow,
  'entity_ref' | 'scorecard' | 'check_id' | 'status'
>;

async function readInForce(
  knex: Knex,
  { entityRefs, scorecards }: BatchAsked,
): Promise<(entityRef: string) => Map<string, CheckStatus>> {
  const rows: InForce[] = await whereAny(
    whereAny(
      knex('check_results').select(
        'entity_ref',
        'scorecard',
        'check_id',
        'status',
      ),
      'entity_ref',
      entityRefs,
    ),
    'scorecard',
    scorecards,
  );
  const byRef = groupByRef<InForce>(rows);
  return ref =>
    new Map(
      (byRef.get(ref) ?? []).flatMap(({ scorecard, check_id, status }) => {
        const known = checkStatuses.find(one => one === status);
        return known ? [[`${scorecard}/${check_id}`, known] as const] : [];
      }),
    );
}
