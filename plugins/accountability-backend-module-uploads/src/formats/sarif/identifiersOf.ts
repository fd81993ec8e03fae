import { SarifResult, SarifRule } from './sarifLog';

const names = /\b(CVE-\d{4}-\d{4,}|GHSA(-[a-z0-9]{4}){3}|CWE-\d+)\b/gi;
const MOST = 20;

/** Names that others know a finding by, out of its rule's id and tags: CVE, GHSA, CWE. */
export function identifiersOf(
  ruleId: string,
  rule: SarifRule | undefined,
  result: SarifResult,
): string[] | undefined {
  const texts = [
    ruleId,
    ...(rule?.properties?.tags ?? []),
    ...(result.properties?.tags ?? []),
  ];
  const found = texts.flatMap(text =>
    [...text.matchAll(names)].map(([name]) => spell(name)),
  );
  return found.length > 0 ? [...new Set(found)].slice(0, MOST) : undefined;
}

/** One spelling of each: `cwe-079` is CWE-79, and GitHub's ids have a small tail. */
function spell(name: string): string {
  const upper = name.toUpperCase();
  if (upper.startsWith('GHSA')) return `GHSA${name.slice(4).toLowerCase()}`;
  return upper.replace(/^CWE-0+(?=\d)/, 'CWE-');
}
