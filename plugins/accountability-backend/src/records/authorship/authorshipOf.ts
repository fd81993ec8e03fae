import {
  ChangeRecord,
  approvalsOf,
  isRubberStamp,
} from 'backstage-plugin-accountability-common';
import { dayOf } from '../../database/dayOf';
import { AuthorshipDayRow } from '../../database/tables';
import { areasOf } from './areasOf';

/**
 * What a change says of who worked on what: whoever stands for it made a change
 * to each of its areas, whoever approved it with care knows them, too. Nothing
 * before it is merged to the default branch, and nothing of machines.
 */
export function authorshipOf(change: ChangeRecord): AuthorshipDayRow[] {
  const { state, endedAt, defaultBranch, paths, subject } = change;
  if (state !== 'merged' || endedAt === undefined || !paths) return [];
  if (defaultBranch === false) return [];
  const day = dayOf(endedAt);
  const maker = change.authorKind === 'bot' ? change.sponsor : change.author;
  const reviewers = isRubberStamp(change)
    ? []
    : approvalsOf(change)?.flatMap(({ by }) => by ?? []) ?? [];
  return areasOf(paths).flatMap(area => {
    const row = { subject, area, day };
    return [
      ...(maker === undefined
        ? []
        : [{ ...row, contributor: maker, changes: 1, reviews: 0 }]),
      ...reviewers.map(contributor => {
        return { ...row, contributor, changes: 0, reviews: 1 };
      }),
    ];
  });
}
