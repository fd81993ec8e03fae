import { ChangeRecord } from 'backstage-plugin-accountability-common';
import { mergedAt } from './mergedAt';

// A source that does not name the branch tells of the main one, as a rule.

/** When a change came to the default branch, by a request or a push; undefined where it did not. */
export function mergedToMain(change: ChangeRecord): number | undefined {
  return change.defaultBranch === false ? undefined : mergedAt(change);
}

/** When a request was merged into the default branch; undefined for all else. */
export function requestMergedToMain(change: ChangeRecord): number | undefined {
  return change.origin === 'push' ? undefined : mergedToMain(change);
}
