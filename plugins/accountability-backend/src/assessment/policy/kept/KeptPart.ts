/** Kinds of documents that are in force. */
export type DocumentKind = 'Scorecard' | 'Gate';

/**
 * A part of an earlier file that stays in force, because what took its place
 * is at fault. Policy is compiled of the files of a revision and of these, so
 * that every replica, and the past, comes to the same.
 */
export interface KeptPart {
  kind: DocumentKind;
  /** Name of the document. */
  name: string;
  /** Name of the file, and its text as it was. */
  file: string;
  text: string;
  /** Ids of the rules that are kept of it; the whole document where absent. */
  rules?: string[];
}
