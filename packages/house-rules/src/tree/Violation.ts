import { TreeFile } from './TreeFile';

/** Where a rule is broken, and what to do about it. */
export interface Violation {
  path: string;
  line?: number;
  because: string;
}

/** A rule of the house: from files to violations, nothing else. */
export type Rule = (files: TreeFile[]) => Violation[];

/** One line for one violation, as a test shows it. */
export function inWords({ path, line, because }: Violation): string {
  return line === undefined
    ? `${path}: ${because}`
    : `${path}:${line}: ${because}`;
}
