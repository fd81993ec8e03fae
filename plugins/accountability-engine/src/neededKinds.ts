import {
  RecordKind,
  recordKinds,
} from 'backstage-plugin-accountability-common';
import { FactDefinition } from './facts/defineFact';

/**
 * Kinds of record that an assessment looks at: those that a fact needs, those
 * that one looks at where there are some, and deployments and incidents, since
 * every incident gets its attribution. A fact about now has no window and needs
 * its records all the same.
 */
export function neededKinds(facts: readonly FactDefinition[]): RecordKind[] {
  const needed = new Set<RecordKind>(['deployment', 'incident']);
  for (const fact of facts) {
    for (const kind of [...fact.needs, ...(fact.also ?? [])]) needed.add(kind);
  }
  return recordKinds.filter(kind => needed.has(kind));
}
