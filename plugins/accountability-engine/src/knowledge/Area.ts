/** What one contributor did to one area. */
export interface Share {
  /** A contributor's key; never a name. */
  who: string;
  /** Deliveries to it, each weighed as the caller sees fit. */
  deliveries: number;
  /** Made the first of all. */
  first: boolean;
}

/** A part of a service's code, and who worked on it. */
export interface Area {
  /** Path of a file or folder. */
  path: string;
  /** At most one a contributor. */
  shares: readonly Share[];
}
