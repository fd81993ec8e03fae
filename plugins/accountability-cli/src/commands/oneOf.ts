import { didYouMean } from 'backstage-plugin-accountability-engine';

/** Reads a flag that takes one of some words. */
export function oneOf<T extends string>(
  flag: string,
  given: string,
  words: readonly T[],
): { ok: true; word: T } | { ok: false; because: string } {
  const word = words.find(each => each === given);
  if (word !== undefined) return { ok: true, word };
  const near = didYouMean(given, words) || ` (there are: ${words.join(', ')})`;
  return { ok: false, because: `${flag} ${given} is not known${near}` };
}
