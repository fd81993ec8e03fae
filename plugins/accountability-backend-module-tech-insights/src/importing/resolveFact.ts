import { FactUnit } from 'backstage-plugin-accountability-common';
import { snakeCase } from '../names';
import { unitOfType } from '../toFacts';
import { KnownRetriever } from './Importing';

/** A fact as policy names it, or why it has no such name, as a sentence. */
type Resolved = { id: string; unit?: FactUnit } | { because: string };

/** Which fact a check of some retrievers means by a name. */
export function resolveFact(
  name: string,
  factIds: readonly string[],
  retrievers: readonly KnownRetriever[],
): Resolved {
  const known = retrievers.filter(({ id }) => factIds.includes(id));
  const unseen = factIds.filter(id => !known.some(one => one.id === id));
  // Where several tell it, Tech Insights takes the last one.
  const telling = known
    .filter(({ schema }) => name in schema)
    .sort((a, b) => factIds.indexOf(a.id) - factIds.indexOf(b.id))
    .at(-1);
  if (telling && unseen.length === 0) {
    const { type } = telling.schema[name];
    const unit = unitOfType[type];
    return unit
      ? { id: idOf(telling.id, name), unit }
      : {
          because: `the fact ${name} is an ${type}, of which no rule could read anything: have the retriever tell its parts`,
        };
  }
  if (factIds.length === 1 && unseen.length === 1) {
    return { id: idOf(factIds[0], name) };
  }
  return unseen.length > 0
    ? {
        because: `which retriever tells ${name} cannot be seen here: give the retrievers ${unseen.join(
          ', ',
        )} to the importer, or write it as <retriever>.<fact>`,
      }
    : { because: `no retriever of ${factIds.join(', ')} tells ${name}` };
}

function idOf(retriever: string, fact: string): string {
  return `${snakeCase(retriever)}.${snakeCase(fact)}`;
}
