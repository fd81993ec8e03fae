const LONGEST = 200;
const pattern = /^[A-Za-z_][\w-]*(\/[A-Za-z_][\w-]*)+$/;

/** What is wrong with the path of a rule as a check writes it; undefined where nothing is. */
export function whyNotPath(path: string): string | undefined {
  return pattern.test(path) && path.length <= LONGEST
    ? undefined
    : `"${path.slice(
        0,
        LONGEST,
      )}" is no path of a rule of OPA: write its package and its name with slashes, for example finance/costcenter/violations.`;
}
