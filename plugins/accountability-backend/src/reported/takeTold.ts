import {
  FactProvider,
  ProvidedFacts,
} from 'backstage-plugin-accountability-node';
import { Told } from './writeReported';
import { whyNotTaken } from './whyNotTaken';

/** What is taken note of while a provider tells. */
export interface Taking {
  provider: Pick<FactProvider, 'facts'>;
  /** Refs of services, in lower case. */
  services: ReadonlySet<string>;
  /** What was left out, a sentence by fact; added to. */
  remarks: Map<string, string>;
  /** Epoch milliseconds. */
  now: number;
}

/** Facts that are told to be left out; a provider that tells of thousands is told by these. */
const MOST_REMARKS = 50;

/** What of a page is to be kept; of a fact that is told twice of one service the newer. Services that are none of ours are left out silently, everything else with a remark. */
export function takeTold(
  page: readonly ProvidedFacts[],
  { provider, services, remarks, now }: Taking,
): Told[] {
  const facts = new Map(provider.facts.map(fact => [fact.id, fact]));
  const taken = new Map<string, Told>();
  const take = (one: Omit<Told, 'value' | 'maxAgeMs'>, value: unknown) => {
    const fact = facts.get(one.fact);
    const trouble = fact
      ? whyNotTaken(fact.unit, value)
      : 'no fact of that id is declared';
    if (!fact || trouble !== undefined) {
      if (remarks.has(one.fact) || remarks.size >= MOST_REMARKS) return;
      const of = fact ? ` of ${one.entityRef}` : '';
      remarks.set(one.fact, `${one.fact.slice(0, 100)}${of}: ${trouble}`);
      return;
    }
    const key = JSON.stringify([one.entityRef, one.fact]);
    const before = taken.get(key);
    if (before && before.observedAt > one.observedAt) return;
    taken.set(key, { ...one, value: textOf(value), maxAgeMs: fact.maxAgeMs });
  };
  for (const { entityRef, values, observedAt = now } of page) {
    const ref = entityRef.toLowerCase();
    const at = Number.isFinite(observedAt) ? Math.min(observedAt, now) : now;
    for (const [id, value] of services.has(ref) ? Object.entries(values) : []) {
      take({ entityRef: ref, fact: id, observedAt: at }, value);
    }
  }
  return [...taken.values()];
}

/** JSON that is the same for the same value: names of labels are in order. */
function textOf(value: unknown): string {
  const isLabels =
    typeof value === 'object' && value !== null && !Array.isArray(value);
  return JSON.stringify(
    isLabels
      ? Object.fromEntries(
          Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : value,
  );
}
