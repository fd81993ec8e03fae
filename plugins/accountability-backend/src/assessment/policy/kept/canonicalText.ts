import { parseAllDocuments } from 'yaml';

/** Aliases of one document; more may be there to use up memory. */
const MOST_ALIASES = 50;

/** What a YAML text says, whatever its comments, quotes and order of keys; the text itself where it cannot be read. */
export function canonicalText(text: string): string {
  try {
    const documents = [...parseAllDocuments(text)].map(document => {
      if (document.errors.length + document.warnings.length > 0) {
        throw new Error('It is not read as it is written.');
      }
      const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
      return value;
    });
    return JSON.stringify(documents, sortKeys);
  } catch {
    return text;
  }
}

function sortKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
