/** `entityOwnershipFactRetriever` as policy names it: `entity_ownership_fact_retriever`. */
export function snakeCase(name: string): string {
  return wordsOf(name).join('_');
}

/** `groupOwnerCheck` as a check is named: `group-owner-check`. */
export function kebabCase(name: string): string {
  return wordsOf(name).join('-');
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '');
}
