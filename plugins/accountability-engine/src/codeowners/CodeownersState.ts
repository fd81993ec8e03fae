import { Codeowners } from './Codeowners';

/** Who of the catalog an owner of a CODEOWNERS file is. */
export interface ResolvedOwner {
  /** Entity refs of groups and users; none where the catalog has nobody of that name. */
  refs: readonly string[];
  /** How many people that is, where it is known. */
  size?: number;
}

/** The CODEOWNERS file of a repository as it was last read. */
export interface CodeownersState {
  subject: string;
  /** Absent where the repository has none. */
  file?: Codeowners;
  /** What the platform itself objects to, such as a team without access; absent where it was not asked. */
  objections?: readonly { line: number; kind: string; because: string }[];
  /** By the owner as the file has it. */
  owners: ReadonlyMap<string, ResolvedOwner>;
}
