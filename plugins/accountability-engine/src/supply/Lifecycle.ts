/** A line of a product's releases that is cared for as one: Node.js 22. */
export interface Cycle {
  /** As versions begin: `22`, `3.12`. */
  name: string;
  /** First instant without security fixes, epoch milliseconds; absent where no date is known. */
  eolFrom?: number;
  /** For products that say so without a date. */
  isEol?: boolean;
}

/** Until when versions of a runtime, a database or a system get security fixes. */
export interface Lifecycle {
  /** The name that endoflife.date knows it by: `nodejs`. */
  product: string;
  /** As people call it: Node.js. */
  title: string;
  /** Package urls without version that name it: `pkg:generic/node`, `pkg:docker/library/node`. */
  packages: readonly string[];
  cycles: readonly Cycle[];
}
