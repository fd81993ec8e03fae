import { ChangeRecord, makerOf } from 'backstage-plugin-accountability-common';

/** A change under one of its topics. */
export interface Topical {
  topic: string;
  /** Record id, and its subject. */
  change: string;
  subject: string;
  /** Epoch milliseconds. */
  at: number;
}

/** Under which topics a change may have siblings; none where it did not come to the default branch, or a bot made it that follows rules. */
export function topicsOfChange(change: ChangeRecord): Topical[] {
  const { id, subject, state, endedAt: at, defaultBranch } = change;
  const isMerged = state === 'merged' && defaultBranch !== false;
  if (!isMerged || at === undefined || makerOf(change) === 'automation') {
    return [];
  }
  return [...new Set(change.topics ?? [])].map(topic => {
    return { topic, change: id, subject, at };
  });
}
