/** Whose rules of CODEOWNERS a file follows. */
export const codeownersDialects = ['github', 'gitlab', 'bitbucket'] as const;

/** See `codeownersDialects`. */
export type CodeownersDialect = (typeof codeownersDialects)[number];

/** A line that cannot be meant so; it is left out, and the others stand. */
export interface CodeownersError {
  /** From 1. */
  line: number;
  /** One sentence. */
  because: string;
}

/** A section of GitLab's; other dialects have one without a name. */
export interface CodeownersSection {
  name?: string;
  /** Its owners need not approve. */
  optional: boolean;
  /** Approvals that it asks for. */
  approvals: number;
}

/** A pattern and who owns what it matches. */
export interface CodeownersRule {
  line: number;
  pattern: string;
  /** As written, such as `@acme/payments`, `@@maintainer` or an e-mail; none takes the path from everybody. */
  owners: readonly string[];
  section: CodeownersSection;
  /** GitLab's `!`: what matches needs nobody of the section. */
  excludes: boolean;
  /** Whether it matches a path, given by its names. */
  matches(names: readonly string[]): boolean;
}

/** A CODEOWNERS file that was read. */
export interface Codeowners {
  dialect: CodeownersDialect;
  /** In the order of the file. */
  rules: readonly CodeownersRule[];
  errors: readonly CodeownersError[];
}
