import { Codeowners, CodeownersRule } from './Codeowners';

/**
 * The rules in force for a path: the last that matches it, in GitLab's dialect
 * of each section. One without owners says that nobody owns the path; no rule
 * at all says nothing. Paths are from the root of the repository.
 */
export function ownersOfPath(
  { rules }: Pick<Codeowners, 'rules'>,
  path: string,
): Pick<CodeownersRule, 'line' | 'pattern' | 'owners' | 'section'>[] {
  const last = new Map<CodeownersRule['section'], CodeownersRule>();
  const excluded = new Set<CodeownersRule['section']>();
  for (const rule of rules) {
    if (!rule.matches(path)) continue;
    if (rule.excludes) excluded.add(rule.section);
    else last.set(rule.section, rule);
  }
  return [...last.values()].filter(({ section }) => !excluded.has(section));
}
