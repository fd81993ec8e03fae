import { ChangeRecord } from 'backstage-plugin-accountability-common';

/** Types of conventional commits, and the titles that git and its hosts give to what undoes. */
const revertTitle = /^(?:revert(?:\([^)]*\))?!?:|revert ")/i;
const mendTitle = /^(?:hot-?fix|fix)(?:\([^)]*\))?!?:/i;
const relandTitle = /^(?:revert "revert "|reapply ")/i;

/** Whether a change undoes another, by what it names or by its title. */
export function isRevert({ reverts, title = '' }: ChangeRecord): boolean {
  return reverts !== undefined || revertTitle.test(title);
}

/** Whether a change brings back what was undone, by its title. */
export function isReland({ title = '' }: ChangeRecord): boolean {
  return relandTitle.test(title);
}

/** Whether a change was made to mend: it is flagged as a hotfix, undoes another, or says so as conventional commits do. */
export function isMend(change: ChangeRecord): boolean {
  return (
    change.hotfix === true ||
    mendTitle.test(change.title ?? '') ||
    (isRevert(change) && !isReland(change))
  );
}
