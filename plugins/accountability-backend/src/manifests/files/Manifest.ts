/** A file of a repository that may say what its service runs on. */
export interface Manifest {
  /** Where it lies, from the root of the repository. */
  path: string;
  /** Package urls with the version as it stands there, or as much of it as a range fixes; none where it is not such a file. */
  read(text: string): string[];
}
