import { ReportRecord } from 'backstage-plugin-accountability-common';
import { FactDefinition } from './facts/defineFact';

/** Formats of the reports that an assessment looks at; undefined for all of them. */
export function neededReports(
  facts: readonly FactDefinition[],
): ReportRecord['format'][] | undefined {
  const looking = facts.filter(({ needs, also = [] }) =>
    [...needs, ...also].includes('report'),
  );
  if (looking.some(({ reports }) => reports === undefined)) return undefined;
  return [...new Set(looking.flatMap(({ reports = [] }) => reports))].sort();
}
