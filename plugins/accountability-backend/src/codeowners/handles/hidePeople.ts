import { CodeownersDialect } from 'backstage-plugin-accountability-engine';
import { handlesOf } from './handlesOf';

/** An owner that is or may be one person: no team, no role. */
const person = /^(?:@[\w.-]+|[^\s@]+@[^\s@]+\.[^\s@]+)$/;
const comment = /^#/;

/**
 * A file without the people in it, for keeping: in the place of each stands the
 * key under which they are looked up, comments are left out, and all else is on
 * its line. It says of paths what the file says of them.
 */
export function hidePeople(text: string, dialect: CodeownersDialect): string {
  return text
    .split('\n')
    .map(line => hideInLine(line, dialect))
    .join('\n');
}

function hideInLine(line: string, dialect: CodeownersDialect): string {
  if (comment.test(line.trim())) return '';
  let inComment = false;
  // Blanks are kept as they are, and the first word is a pattern or a section.
  return line
    .split(/(\s+)/)
    .map((word, place, words) => {
      if (word.trim() === '' || words.slice(0, place).join('').trim() === '') {
        return word;
      }
      inComment ||= comment.test(word);
      // GitLab knows no comments behind a pattern: owners in one are owners.
      if (inComment && (dialect !== 'gitlab' || !word.includes('@'))) return '';
      return person.test(word) ? keyOf(word, dialect) : word;
    })
    .join('');
}

function keyOf(owner: string, dialect: CodeownersDialect): string {
  return `@sha256.${handlesOf(owner, dialect)[0]}`;
}
