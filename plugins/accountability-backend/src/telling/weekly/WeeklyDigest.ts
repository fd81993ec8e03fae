import { DueItem } from 'backstage-plugin-accountability-common';

/** A level of a service that is another than a week ago; `none` is no level. */
export interface LevelChange {
  service: string;
  from: string;
  to: string;
}

/** A check of a service whose result is another than a week ago. */
export interface CheckChange {
  service: string;
  /** Title of the check. */
  check: string;
}

/** What a group is told of its week. */
export interface WeeklyDigest {
  /** Entity ref of the group. */
  owner: string;
  /** Monday 08:00 in its zone, which names the digest among those of the group: sending it twice is sending it once. */
  at: number;
  levels: LevelChange[];
  /** Checks that turned to fail or warn. */
  worse: CheckChange[];
  /** Checks that turned to pass. */
  better: CheckChange[];
  /** What is late, or due within the week, the longest due first. */
  due: Pick<DueItem, 'title' | 'service' | 'dueAt' | 'overdue'>[];
  /** The one thing most worth doing, in a few words. */
  worth?: string;
}

/** Whether there is news in a digest: what is worth doing is so every week. */
export function hasNews({
  levels,
  worse,
  better,
  due,
}: Omit<WeeklyDigest, 'owner' | 'at'>): boolean {
  return levels.length + worse.length + better.length + due.length > 0;
}
