/** What one contributor did to one area of a service's code on one day. */
export interface AuthorshipDay {
  /** The two uppermost folders of the paths, `src/api`; `.` of files at the root. */
  area: string;
  /** A key; never a name. */
  contributor: string;
  /** First instant of the UTC day, epoch milliseconds. */
  day: number;
  /** Merged changes of theirs that touch it. */
  changes: number;
  /** Changes of others that they approved with care. */
  reviews: number;
}
