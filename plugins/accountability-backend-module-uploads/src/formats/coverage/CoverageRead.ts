import { Read } from '../../bodies/Read';

/** How many of all there are ran. */
export interface Ran {
  covered: number;
  total: number;
}

/** What a report of coverage says in all. */
export interface Coverage {
  /** The form it is written in. */
  tool: string;
  madeAt?: string;
  lines: Ran;
  /** Undefined where it counts no branches. */
  branches?: Ran;
}

/** A coverage, or why there is none. */
export type CoverageRead = Read<Coverage>;
