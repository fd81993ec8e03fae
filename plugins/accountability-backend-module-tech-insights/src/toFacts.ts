import { FactRetriever } from '@backstage-community/plugin-tech-insights-node';
import { FactUnit } from 'backstage-plugin-accountability-common';
import { snakeCase } from './names';

type Schema = FactRetriever['schema'];
type SchemaType = Schema[string]['type'];

/** How each type of a schema is read; an object is of no type that a rule could read. */
export const unitOfType: Record<SchemaType, FactUnit | undefined> = {
  integer: 'count',
  float: 'count',
  boolean: 'boolean',
  string: 'text',
  datetime: 'instant',
  set: 'texts',
  object: undefined,
};

/** A fact of a retriever as policy reads it. */
export interface RetrieverFact {
  /** As the retriever names it. */
  name: string;
  /** As policy names it. */
  id: string;
  unit: FactUnit;
  question: string;
}

/** The facts of a retriever that policy can read, and why others are left out, as sentences. */
export function toFacts({ id, schema }: Pick<FactRetriever, 'id' | 'schema'>): {
  facts: RetrieverFact[];
  troubles: string[];
} {
  const namespace = snakeCase(id);
  const facts = new Map<string, RetrieverFact>();
  const troubles: string[] = [];
  for (const [name, { type, description }] of Object.entries(schema)) {
    const unit = unitOfType[type];
    const factId = `${namespace}.${snakeCase(name)}`;
    if (unit === undefined) {
      troubles.push(
        `The fact ${name} of ${id} is left out: it is an ${type}, of which no rule could read anything; have the retriever tell its parts.`,
      );
    } else if (facts.has(factId)) {
      troubles.push(
        `The fact ${name} of ${id} is left out: another is named ${factId} already.`,
      );
    } else {
      facts.set(factId, { name, id: factId, unit, question: description });
    }
  }
  return { facts: [...facts.values()], troubles };
}
