/**
 * How large a value from outside may be. A value that is larger is unknown:
 * cut short, it would be a false one, and without a bound nobody could say
 * what an expression costs.
 */
export const limits = {
  /** Characters of a property and of an item of a list. */
  text: 256,
  /** Characters of a fact that is a text, and of what a key of a map holds, such as an annotation. */
  longText: 1024,
  /** Items of a list. */
  items: 50,
  /** Entries of a map. */
  entries: 100,
  /** Characters of a key of a map. */
  key: 320,
} as const;
