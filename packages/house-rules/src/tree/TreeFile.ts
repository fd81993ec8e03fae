/** A file of the project, its path from the root with forward slashes. */
export interface TreeFile {
  path: string;
  text: string;
}

const CODE = /^(packages|plugins)\/[^/]+\/src\/.*\.tsx?$/;
const SCRIPT = /^(scripts|e2e)\/.*\.mjs$/;
const NOT_SOURCE =
  /\.(test|generated|d)\.tsx?$|\/(__fixtures__|fixtures|__testUtils__)\/|\/setupTests\.ts$/;

/** TypeScript written by hand that ships or runs: no tests, fixtures, generated files. */
export function isSource({ path }: TreeFile): boolean {
  return CODE.test(path) && !NOT_SOURCE.test(path);
}

/** Code that starts, builds and tests the project. */
export function isScript({ path }: TreeFile): boolean {
  return SCRIPT.test(path);
}

/** The folder of a file's package, or an empty string for files of the root. */
export function packageOf({ path }: TreeFile): string {
  return /^(packages|plugins)\/[^/]+/.exec(path)?.[0] ?? '';
}
