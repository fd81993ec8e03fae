const reserved = new Set(
  'true false null in as break const continue else for function if import let loop package namespace return var void while'.split(
    ' ',
  ),
);

/** What is wrong with a name that expressions are to read; undefined where nothing is. */
export function celName(name: string): string | undefined {
  if (reserved.has(name)) {
    return `'${name}' is a word of CEL itself (use another name)`;
  }
  return /^[a-zA-Z][a-zA-Z0-9_]{0,62}$/.test(name)
    ? undefined
    : `'${name}' is not a name (write letters, digits and _, a letter first)`;
}
