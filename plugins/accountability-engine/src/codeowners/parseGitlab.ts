import {
  Codeowners,
  CodeownersError,
  CodeownersRule,
  CodeownersSection,
} from './Codeowners';
import { pathMatcher } from './pathMatcher';
import { wordsOf } from './wordsOf';

/** `^[Name][2] @default @owners`; the mark makes it optional. */
const heading =
  /^(?<optional>\^?)\[(?<name>[^\]]+)\](?:\[(?<approvals>\d+)\])?(?<defaults>.*)$/;

/** A user, a group however deep, a role (`@@maintainer`) or an e-mail. */
const owner = /^(?:@@?[\w.-]+(?:\/[\w.-]+)*|[^\s@]+@[^\s@]+\.[^\s@]+)$/;

interface OpenSection {
  section: CodeownersSection;
  /** Who owns what a line names without an owner. */
  defaults: readonly string[];
}

/**
 * Reads GitLab's dialect. There are no comments at the end of a line: what looks
 * like an owner in one is an owner, and other words are passed over.
 */
export function parseGitlab(lines: readonly string[]): Codeowners {
  const rules: CodeownersRule[] = [];
  const errors: CodeownersError[] = [];
  const sections = new Map<string, CodeownersSection>();
  let open: OpenSection = {
    section: { optional: false, approvals: 1 },
    defaults: [],
  };
  for (const [index, raw] of lines.entries()) {
    const line = index + 1;
    const text = raw.trim();
    if (text === '' || text.startsWith('#')) continue;
    const { groups } = heading.exec(text) ?? {};
    if (groups) {
      open = openSection(groups, sections);
      continue;
    }
    const rule = ruleOf(text, { line, ...open });
    if (rule) rules.push(rule);
    else errors.push({ line, because: `${text} names no path` });
  }
  return { dialect: 'gitlab', rules, errors };
}

/** Sections of one name, in whatever case, are one: the first one's. */
function openSection(
  groups: Record<string, string | undefined>,
  sections: Map<string, CodeownersSection>,
): OpenSection {
  const { name = '', optional, approvals = '1', defaults = '' } = groups;
  const key = name.trim().toLowerCase();
  const section = sections.get(key) ?? {
    name: name.trim(),
    optional: optional === '^',
    approvals: Math.max(1, Number(approvals)),
  };
  sections.set(key, section);
  return { section, defaults: ownersIn(wordsOf(defaults)) };
}

function ruleOf(
  text: string,
  { line, section, defaults }: OpenSection & { line: number },
): CodeownersRule | undefined {
  const excludes = text.startsWith('!');
  const [pattern, ...named] = wordsOf(excludes ? text.slice(1) : text);
  if (pattern === undefined) return undefined;
  const own = ownersIn(named);
  return {
    line,
    pattern,
    owners: own.length > 0 ? own : defaults,
    section,
    excludes,
    matches: pathMatcher(pattern, 'gitlab'),
  };
}

function ownersIn(words: readonly string[]): string[] {
  return words.filter(word => owner.test(word));
}
