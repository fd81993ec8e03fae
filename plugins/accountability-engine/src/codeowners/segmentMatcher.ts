import { matchWild, Wild } from './matchWild';

/**
 * Matches one name of a path: `*` is any characters, `?` is one, `\` takes the
 * next as it is; with `classes` also `[a-z]` and `[!a-z]`.
 */
export function segmentMatcher(
  segment: string,
  { classes }: { classes: boolean },
): (name: string) => boolean {
  // Most names are plain, and to look at each character takes ten times as long.
  if (!/[\\*?[]/.test(segment)) return name => name === segment;
  const wilds = [...tokensOf(segment, classes)];
  return name => matchWild(wilds, [...name]);
}

const token = /\\(?<literal>.)|\[(?<not>[!^]?)(?<set>[^\]]+)\]|(?<other>.)/gsu;

function* tokensOf(segment: string, classes: boolean): Iterable<Wild<string>> {
  for (const { 0: text, groups = {} } of segment.matchAll(token)) {
    if (groups.set !== undefined && classes) {
      yield classOf(groups.set, groups.not !== '');
    } else if (groups.set !== undefined) {
      for (const char of text) yield one(char);
    } else if (groups.literal !== undefined) {
      yield one(groups.literal);
    } else {
      yield wildOf(groups.other);
    }
  }
}

function wildOf(char: string): Wild<string> {
  if (char === '*') return 'rest';
  return char === '?' ? () => true : one(char);
}

function one(char: string): Wild<string> {
  return item => item === char;
}

/** Characters and spans of them: `a-z_`. */
function classOf(set: string, not: boolean): Wild<string> {
  const spans = [...set.matchAll(/(.)-(.)|(.)/gsu)].map(
    ([, from, to, alone]) => [from ?? alone, to ?? alone],
  );
  return item => spans.some(([from, to]) => from <= item && item <= to) !== not;
}
