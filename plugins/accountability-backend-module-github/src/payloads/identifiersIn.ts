const KNOWN = /\b(CVE-\d{4}-\d{4,}|GHSA(?:-[\da-z]{4}){3}|CWE-\d+)\b/gi;
const MOST = 20;

/** The names in some texts by which others know a hole; undefined where there are none. `external/cwe/cwe-079` is CWE-79. */
export function identifiersIn(
  texts: readonly (string | null | undefined)[],
): string[] | undefined {
  const found = texts.flatMap(
    text => (text ?? '').replaceAll('_', ' ').match(KNOWN) ?? [],
  );
  const names = [...new Set(found.map(normalize))].slice(0, MOST);
  return names.length > 0 ? names : undefined;
}

function normalize(name: string): string {
  const [scheme, ...rest] = name.split('-');
  switch (scheme.toUpperCase()) {
    case 'GHSA':
      return `GHSA-${rest.join('-').toLowerCase()}`;
    case 'CWE':
      return `CWE-${Number(rest[0])}`;
    default:
      return name.toUpperCase();
  }
}
