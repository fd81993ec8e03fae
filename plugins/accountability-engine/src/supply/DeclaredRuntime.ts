/** A runtime that a file of the repository asks for. */
export interface DeclaredRuntime {
  /** Package url with the version as it stands there: `pkg:generic/node@22`. */
  purl: string;
  /** The file, from the root of the repository. */
  path: string;
}
