import { FactUnit } from 'backstage-plugin-accountability-common';
import { literalOf } from './literalOf';

/** A comparison in CEL, or why there is none, as a sentence. */
export type Comparison = { cel: string } | { because: string };

const orders: Record<string, string> = {
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
};

const typeOfUnit: Partial<Record<FactUnit, string>> = {
  count: 'number',
  boolean: 'boolean',
  text: 'string',
};

const wordOfType: Record<string, string> = {
  number: 'a number',
  boolean: 'true or false',
  string: 'a text',
};

/** What the operators of json-rules-engine say of a fact, in CEL. `unit` is absent where nobody knows the schema. */
export function toComparison(
  fact: { id: string; unit?: FactUnit },
  operator: string,
  value: unknown,
): Comparison {
  const { id, unit } = fact;
  if (unit === 'instant') {
    return refused(
      `${id} is an instant, which json-rules-engine compares as a text: write for example now - ${id} < duration("720h")`,
    );
  }
  if (operator === 'contains' || operator === 'doesNotContain') {
    return contains(fact, operator, value);
  }
  if (unit === 'texts') {
    return refused(`${id} is a set, of which ${operator} says nothing`);
  }
  if (operator === 'in' || operator === 'notIn') {
    return isAnyOf(fact, operator, value);
  }
  const literal = literalOf(value);
  const trouble = whyNot(fact, value);
  if (literal === undefined || trouble) {
    return refused(
      trouble ?? `${id} is compared with what is no number, text or boolean`,
    );
  }
  if (operator === 'equal' || operator === 'notEqual') {
    const isEqual = operator === 'equal';
    if (typeof value === 'boolean') {
      return { cel: value === isEqual ? id : `!${id}` };
    }
    return { cel: `${id} ${isEqual ? '==' : '!='} ${literal}` };
  }
  const order = orders[operator];
  if (!order) {
    return refused(
      `the operator ${operator} is none of json-rules-engine itself: write an expression in its place`,
    );
  }
  return typeof value === 'number'
    ? { cel: `${id} ${order} ${literal}` }
    : refused(`${operator} compares numbers alone`);
}

function contains(
  { id, unit }: { id: string; unit?: FactUnit },
  operator: string,
  value: unknown,
): Comparison {
  if (unit !== undefined && unit !== 'texts') {
    return refused(`${id} is no set, of which ${operator} never holds`);
  }
  if (!['string', 'number', 'boolean'].includes(typeof value)) {
    return refused(`${operator} wants one text`);
  }
  // Items of sets are texts.
  const cel = `${literalOf(String(value))} in ${id}`;
  return { cel: operator === 'contains' ? cel : `!(${cel})` };
}

function isAnyOf(
  fact: { id: string; unit?: FactUnit },
  operator: string,
  value: unknown,
): Comparison {
  const values: unknown[] = Array.isArray(value) ? value : [];
  const literals = values.map(literalOf);
  const types = new Set(values.map(one => typeof one));
  if (types.size !== 1 || literals.includes(undefined)) {
    return refused(
      `${operator} wants a list of numbers, texts or booleans, all of one type`,
    );
  }
  const trouble = whyNot(fact, values[0]);
  if (trouble) return refused(trouble);
  const cel = `${fact.id} in [${literals.join(', ')}]`;
  return { cel: operator === 'in' ? cel : `!(${cel})` };
}

/** A value of another type never equals: CEL refuses to ask. */
function whyNot(
  { id, unit }: { id: string; unit?: FactUnit },
  value: unknown,
): string | undefined {
  const wanted = unit && typeOfUnit[unit];
  return wanted === undefined || typeof value === wanted
    ? undefined
    : `${id} is ${wordOfType[wanted]} and is compared with something else`;
}

function refused(because: string): Comparison {
  return { because };
}
