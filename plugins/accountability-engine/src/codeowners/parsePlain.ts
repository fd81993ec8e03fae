import {
  Codeowners,
  CodeownersDialect,
  CodeownersError,
  CodeownersRule,
} from './Codeowners';
import { pathMatcher } from './pathMatcher';
import { wordsOf } from './wordsOf';

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const handle = /^@[\w.-]+(?:\/[\w.-]+)*$/;

/** Bitbucket may ask a few of a group: `@acme/payments:random(2)`. */
const picked = /:(?:random|least_busy)\(\d+\)$/;

const section = { optional: false, approvals: 1 };

/** Reads the dialects without sections: GitHub's and Bitbucket's. */
export function parsePlain(
  lines: readonly string[],
  dialect: Exclude<CodeownersDialect, 'gitlab'>,
): Codeowners {
  const rules: CodeownersRule[] = [];
  const errors: CodeownersError[] = [];
  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    const [pattern, ...named] = wordsOf(text);
    if (pattern === undefined || pattern.startsWith('#')) continue;
    const comment = named.findIndex(word => word.startsWith('#'));
    const owners = named
      .slice(0, comment < 0 ? named.length : comment)
      .map(owner =>
        dialect === 'bitbucket' ? owner.replace(picked, '') : owner,
      );
    const because = whyNot(pattern, owners);
    if (because) errors.push({ line, because });
    else {
      const matches = pathMatcher(pattern, dialect);
      rules.push({ line, pattern, owners, section, excludes: false, matches });
    }
  }
  return { dialect, rules, errors };
}

function whyNot(
  pattern: string,
  owners: readonly string[],
): string | undefined {
  if (pattern.startsWith('!')) {
    return `${pattern} begins with "!", which excludes nothing here; name the path again without an owner`;
  }
  if (pattern.startsWith('\\#')) {
    return `${pattern} begins with "\\#", which is not read here`;
  }
  if (/(?<!\\)[[\]]/.test(pattern)) {
    return `${pattern} has brackets, which are not read here; write a line for each`;
  }
  const wrong = owners.find(owner => !handle.test(owner) && !email.test(owner));
  return wrong && `${wrong} is no owner: write @user, @org/team or an e-mail`;
}
