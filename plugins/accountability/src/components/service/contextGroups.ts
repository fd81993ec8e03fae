import {
  Assessment,
  Burden,
  burdens,
  FactValue,
} from 'backstage-plugin-accountability-common';
import { allChecks } from '../reading';

/** Facts of one burden that no check reads. */
export interface ContextGroup {
  /** Absent for facts whose id names no burden. */
  burden?: Burden;
  known: FactValue[];
  unknown: FactValue[];
}

/** Facts that no check reads, by the burden that leads their id, in the order of burdens; by id inside. */
export function contextGroups(assessment: Assessment): ContextGroup[] {
  const read = new Set(allChecks(assessment).flatMap(check => check.facts));
  const facts = assessment.facts
    .filter(fact => !read.has(fact.id))
    .sort((a, b) => a.id.localeCompare(b.id, 'en'));
  const burdenOf = ({ id }: FactValue) =>
    burdens.find(burden => id.startsWith(`${burden}.`));
  return [...burdens, undefined].flatMap(burden => {
    const own = facts.filter(fact => burdenOf(fact) === burden);
    if (own.length === 0) return [];
    const known = own.filter(({ status }) => status === 'known');
    const unknown = own.filter(({ status }) => status === 'unknown');
    return [{ burden, known, unknown }];
  });
}
