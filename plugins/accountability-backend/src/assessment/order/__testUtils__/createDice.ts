/** Choices that depend on a source of numbers between 0 and 1 alone. */
export interface Dice {
  chance(share: number): boolean;
  /** A whole number, both ends among them. */
  between(from: number, to: number): number;
  /** One of them; undefined where there is none. */
  pick<T>(items: readonly T[]): T | undefined;
  one<T>(...items: readonly T[]): T;
  /** About a share of them, in their order. */
  some<T>(items: readonly T[], share: number): T[];
  shuffled<T>(items: readonly T[]): T[];
}

/** Dice that fall as `random` says. */
export function createDice(random: () => number): Dice {
  const between = (from: number, to: number) =>
    from + Math.floor(random() * (Math.max(from, to) - from + 1));
  return {
    chance: share => random() < share,
    between,
    pick: items => items[Math.floor(random() * items.length)],
    one: (...items) => items[Math.floor(random() * items.length)],
    some: (items, share) => items.filter(() => random() < share),
    shuffled: items =>
      items
        .map(item => ({ item, key: random() }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item),
  };
}
