import { FactValue } from 'backstage-plugin-accountability-common';
import { dayOf } from '../../database/dayOf';
import { FactSnapshotRow } from '../../database/tables';
import { Comparison, ResultChanges } from './Results';

/** Brings the day's snapshot of each fact up to date: one row a day, not one a run. */
export function diffSnapshots(
  { assessment, previous }: Comparison,
  changes: ResultChanges,
): void {
  const day = dayOf(assessment.at);
  const stored = new Map(previous.snapshots.map(row => [row.fact, row]));
  for (const fact of assessment.facts) {
    if (!isNumeric(fact)) continue;
    const row = { entity_ref: assessment.entityRef, fact: fact.id, day };
    const next = { ...row, ...valueOf(fact) };
    const was = stored.get(fact.id);
    if (was?.value === next.value && was.reason === next.reason) continue;
    changes.snapshots.push(next);
  }
}

/** Trends are of numbers: words, lists and labels have none. */
function isNumeric({ unit }: FactValue): boolean {
  return unit !== 'text' && unit !== 'texts' && unit !== 'labels';
}

function valueOf(fact: FactValue): Pick<FactSnapshotRow, 'value' | 'reason'> {
  return fact.status === 'known'
    ? { value: Number(fact.value), reason: null }
    : { value: null, reason: fact.reason };
}
