const hotfix = /(^|[^a-z])hot[-_ ]?fix($|[^a-z])/i;

/**
 * Whether labels of a change, or the name of the branch it comes from, say that
 * it was made to mend production; undefined where none does, which is no "no".
 */
export function isHotfix(
  names: readonly (string | undefined)[],
): true | undefined {
  return names.some(name => name && hotfix.test(name)) ? true : undefined;
}
