import { PolicyFile } from 'backstage-plugin-accountability-engine';

/** A place that policy is read from, by configuration. */
export interface PolicyLocation {
  type: 'file' | 'url';
  /** Path or address. */
  target: string;
  /** The same without what may be secret; its key in the database, and what people see. */
  location: string;
}

/** What became of reading a location. */
export type ReadLocation =
  | { status: 'read'; files: PolicyFile[]; etag?: string }
  /** As it was when it had that etag. */
  | { status: 'same' }
  /** Why it was not read, and what to do; the files it gave last stay. */
  | { status: 'failed'; because: string };
