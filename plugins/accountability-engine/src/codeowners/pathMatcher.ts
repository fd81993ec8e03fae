import { CodeownersDialect } from './Codeowners';
import { matchWild, Wild } from './matchWild';
import { namesOf } from './namesOf';
import { segmentMatcher } from './segmentMatcher';

const anyOne = () => true;

/**
 * Matches the names of a path from the root of a repository on.
 * GitHub and Bitbucket read a pattern like gitignore, but for `dir/*`, which
 * is not nested; GitLab like `fnmatch` of Ruby, where a folder needs its slash.
 */
export function pathMatcher(
  pattern: string,
  dialect: CodeownersDialect,
): (names: readonly string[]) => boolean {
  const wilds = dialect === 'gitlab' ? likeFnmatch(pattern) : likeGit(pattern);
  return names => matchWild(wilds, names);
}

function likeGit(pattern: string): Wild<string>[] {
  const names = namesOf(pattern);
  const wilds = names.map(wildOf({ classes: false }));
  const anchored = pattern.replace(/\/$/, '').includes('/');
  const start: Wild<string>[] = anchored ? [] : ['rest'];
  const folder = pattern.endsWith('/') || names.at(-1) === '**';
  if (folder) {
    const above = names.at(-1) === '**' ? wilds.slice(0, -1) : wilds;
    return [...start, ...above, anyOne, 'rest'];
  }
  // What is named may be a folder with all that is in it, but not by a star alone.
  const below: Wild<string>[] = names.at(-1) === '*' ? [] : ['rest'];
  return [...start, ...wilds, ...below];
}

function likeFnmatch(pattern: string): Wild<string>[] {
  const wilds = namesOf(pattern).map(wildOf({ classes: true }));
  const start: Wild<string>[] = pattern.startsWith('/') ? [] : ['rest'];
  const end: Wild<string>[] = pattern.endsWith('/') ? ['rest', anyOne] : [];
  return [...start, ...wilds, ...end];
}

function wildOf(options: { classes: boolean }) {
  return (name: string): Wild<string> =>
    name === '**' ? 'rest' : segmentMatcher(name, options);
}
