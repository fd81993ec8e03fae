import { PolicyStatusResponse } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { policyFigures } from '../../assessment';
import { AssessmentRow, ServiceLevelRow } from '../../database/tables';
import { countExemptions } from '../../governance';
import { StandingFigures } from './StandingFigures';

interface Counted {
  count: number | string;
}

/** Reads the figures of all services as they are stored, in four statements besides those of the policy. */
export async function readStandingFigures(
  knex: Knex,
  options: { status(): Promise<PolicyStatusResponse>; now: number },
): Promise<StandingFigures> {
  const status = await options.status();
  return {
    results: await readResults(knex),
    levels: await readServiceLevels(knex),
    coverage: await readCoverage(knex),
    exemptions: await countExemptions(knex, { asOf: options.now }),
    policy: { ...policyFigures(status), faults: countFaults(status) },
  };
}

function countFaults({ documents }: PolicyStatusResponse): number {
  const faults = documents.flatMap(document => [
    ...document.faults,
    ...document.rules.flatMap(rule => rule.faults),
  ]);
  return faults.length;
}

async function readResults(knex: Knex): Promise<StandingFigures['results']> {
  const rows: (Counted & Omit<StandingFigures['results'][number], 'checks'>)[] =
    await knex('check_results')
      .groupBy('scorecard', 'status')
      .orderBy(['scorecard', 'status'])
      .select('scorecard', 'status')
      .count({ count: '*' });
  return rows.map(({ scorecard, status, count }) => ({
    scorecard,
    status,
    checks: Number(count),
  }));
}

async function readServiceLevels(
  knex: Knex,
): Promise<StandingFigures['levels']> {
  const rows: (Counted & Pick<ServiceLevelRow, 'scorecard' | 'level'>)[] =
    await knex('service_levels')
      .groupBy('scorecard', 'level')
      .orderBy(['scorecard', 'level'])
      .select('scorecard', 'level')
      .count({ count: '*' });
  return rows.map(({ scorecard, level, count }) => ({
    scorecard,
    ...(level !== null && { level }),
    services: Number(count),
  }));
}

async function readCoverage(knex: Knex): Promise<StandingFigures['coverage']> {
  const row: Record<
    keyof Pick<AssessmentRow, 'known' | 'applicable'>,
    number | string | null
  > = await knex('assessments').first(
    knex.raw('sum(known) as known'),
    knex.raw('sum(applicable) as applicable'),
  );
  return { known: Number(row.known), applicable: Number(row.applicable) };
}
