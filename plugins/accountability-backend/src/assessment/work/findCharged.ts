import { Attribution } from 'backstage-plugin-accountability-common';
import { AttributionRow } from '../../database/tables';
import { ResultChanges } from './Results';

/**
 * Other services that links of the incidents of one service charge, or charged
 * until now, where anything of it is different: each with the instant from
 * which its closed days are to be restated, undefined where they stay. A link
 * tells of the past of whom it charges from the incident on, a decision from
 * when it was made.
 */
export function findCharged(
  changes: ResultChanges,
  given: {
    /** Links that were in force. */
    before: readonly AttributionRow[];
    /** From when on closed days of the incidents' service are to be restated. */
    restateFrom?: number;
    /** First instant of the day that is not over. */
    today: number;
  },
): Map<string, number | undefined> {
  const charged = new Map<string, number | undefined>();
  const add = (row: { cause_entity_ref: string | null }, from = Infinity) => {
    const ref = row.cause_entity_ref;
    if (ref === null) return;
    const earliest = Math.min(from, charged.get(ref) ?? Infinity);
    charged.set(ref, earliest < given.today ? earliest : undefined);
  };
  for (const row of changes.attributions) {
    const { decision, incidentStartedAt }: Attribution = JSON.parse(
      row.attribution,
    );
    add(row, decision?.at ?? incidentStartedAt);
    add(row, given.restateFrom);
  }
  // The incidents themselves may have gone another way under the same links.
  const { assessments, judged, measured } = changes;
  if (assessments.length + judged.length + measured.length > 0) {
    given.before.forEach(row => add(row, given.restateFrom));
  }
  return charged;
}
