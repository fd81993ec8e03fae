/** What either version of SPDX says, in one form. */
export interface Bill {
  tool?: string;
  created?: string;
  /** Ids of what the document describes; it is not a component of itself. */
  roots: ReadonlySet<string>;
  packages: readonly {
    id: string;
    /** As it stands there. */
    purl?: string;
    /** What it is for, in the words of its version of SPDX. */
    kind?: string;
    name?: string;
    version?: string;
  }[];
  /** Which element depends on which. */
  dependencies: readonly { from: string; to: string }[];
}
