/** That a contributor is in a group, or in one below it. */
export interface Membership {
  /** Entity ref of the group. */
  group: string;
  /** Epoch milliseconds, inclusive; absent where it was so when anybody first looked. */
  from?: number;
  /** Exclusive; absent while it lasts. */
  to?: number;
}

/** Contributors as keys, and the groups they are in. */
export interface People {
  /** By the contributor's key, groups above their own included; whoever the catalog does not know is missing. */
  memberships: ReadonlyMap<string, readonly Membership[]>;
  /** How many people are in a group, those of groups below it included. */
  sizes: ReadonlyMap<string, number>;
  /** Of groups of fewer people nothing is told that people did. */
  least: number;
}

/** What is known where nobody told of people. */
export const nobodyKnown: People = {
  memberships: new Map(),
  sizes: new Map(),
  least: 5,
};
