import { UploadedFinding } from '../../UploadFormat';
import { SarifResult, SarifRule } from './sarifLog';

const secretTools = /^(gitleaks|trufflehog|detect-secrets|ggshield)\b/i;
const advisories = /^(CVE|GHSA|RUSTSEC|PYSEC|GO|OSV|SNYK)-/i;
const weakness = /^(external\/cwe\/)?cwe-\d/;

/** A result, its rule and its tool, and the category of the whole upload. */
export interface Classified {
  tool: string;
  category: string | undefined;
  ruleId: string;
  rule: SarifRule | undefined;
  result: SarifResult;
}

/**
 * What kind of security finding a result is; undefined where it is none. A
 * tool says so by its rules (a tag, a score, an advisory as the id); where
 * rules say nothing, the first word of the upload's category may say it of
 * all results: `security`, `secret`, `dependency`.
 */
export function classify(given: Classified): UploadedFinding['category'] {
  const { tool, category = '', ruleId, rule, result } = given;
  const said = category.split('/')[0].trim().toLowerCase();
  const tags = [
    ...(rule?.properties?.tags ?? []),
    ...(result.properties?.tags ?? []),
  ].map(tag => tag.toLowerCase());
  if (/^secrets?$/.test(said) || secretTools.test(tool)) return 'secret';
  if (/^dependenc(y|ies)$/.test(said)) return 'dependency';
  if (tags.includes('license')) return undefined;
  if (tags.includes('secret') || tags.includes('secrets')) return 'secret';
  if (
    tags.includes('vulnerability') ||
    advisories.test(ruleId) ||
    rule?.properties?.purls?.length
  ) {
    return 'dependency';
  }
  const isScored =
    rule?.properties?.['security-severity'] !== undefined ||
    result.properties?.['security-severity'] !== undefined;
  const isTagged = tags.some(tag => tag === 'security' || weakness.test(tag));
  return isScored || isTagged || said === 'security' ? 'code' : undefined;
}
