import { GateFact } from 'backstage-plugin-accountability-common';
import { formatDuration } from 'backstage-plugin-accountability-engine';
import { plainLine } from '../findings/plainLine';

/** Characters of a value; the decision itself has it whole. */
const most = 80;

/** Each fact that a decision read, with its value and age, or why it has none. */
export function factLines(facts: readonly GateFact[]): string[] {
  return facts.map(fact => `  - ${fact.fact}: ${valueOf(fact)}${ageOf(fact)}`);
}

function valueOf(fact: GateFact): string {
  if (fact.status === 'unknown') {
    return `unknown. ${plainLine(fact.because)}`;
  }
  const { value, unit } = fact;
  const text = plainLine(
    typeof value === 'object' ? JSON.stringify(value) : String(value),
  );
  const cut = text.length > most ? `${text.slice(0, most)}…` : text;
  const plain = ['boolean', 'text', 'texts', 'labels', 'count', undefined];
  if (unit === 'instant') return new Date(Number(value)).toISOString();
  return plain.includes(unit) ? cut : `${cut} ${unit}`;
}

function ageOf({ status, ageMs, maxAgeMs }: GateFact): string {
  if (status === 'unknown') return '';
  return `, measured ${formatDuration(ageMs)} ago (may be ${formatDuration(
    maxAgeMs,
  )} old)`;
}
