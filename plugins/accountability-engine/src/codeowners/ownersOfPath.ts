import { Codeowners, CodeownersRule } from './Codeowners';
import { namesOf } from './namesOf';

/**
 * The rules in force for a path: the last that matches it, in GitLab's dialect
 * of each section. One without owners says that nobody owns the path; no rule
 * at all says nothing. Paths are from the root of the repository.
 */
export function ownersOfPath(
  { rules }: Pick<Codeowners, 'rules'>,
  path: string,
): Pick<CodeownersRule, 'line' | 'pattern' | 'owners' | 'section'>[] {
  const names = namesOf(path);
  const decided = new Map<CodeownersRule['section'], CodeownersRule>();
  const excluded = new Set<CodeownersRule['section']>();
  // The last that matches holds, so the earlier ones need no look.
  for (let index = rules.length - 1; index >= 0; index--) {
    const rule = rules[index];
    const { section, excludes } = rule;
    if (excludes ? excluded.has(section) : decided.has(section)) continue;
    if (!rule.matches(names)) continue;
    if (excludes) excluded.add(section);
    else decided.set(section, rule);
  }
  return [...decided.values()]
    .filter(({ section }) => !excluded.has(section))
    .reverse();
}
