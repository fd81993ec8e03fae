/** What came of reading where a list is. */
export type ListContent =
  | {
      status: 'read';
      /** Inflated. */
      bytes: Buffer;
      /** What it can be known by again. */
      etag?: string;
    }
  /** As it was when it was read last. */
  | { status: 'same' }
  /** What is wrong, in words that follow "cannot be read: ". */
  | { status: 'fault'; because: string; isPassing?: boolean };
