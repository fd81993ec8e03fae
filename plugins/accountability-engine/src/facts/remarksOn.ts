import { ChangeRecord } from 'backstage-plugin-accountability-common';

/**
 * How many remarks people other than the author and the sponsor made before the
 * merge: at least so many, where one of them is not told. Undefined where none
 * is told and not all are.
 */
export function remarksOn(change: ChangeRecord): number | undefined {
  const { reviews, author, sponsor, endedAt = Infinity } = change;
  if (reviews === undefined) return undefined;
  const remarks = reviews
    .filter(({ kind, at }) => kind !== 'bot' && at <= endedAt)
    .filter(({ by }) => by === undefined || (by !== author && by !== sponsor))
    .map(({ verdict, comments }) =>
      // A review that neither approves nor rejects is a remark by itself.
      comments === undefined && verdict === 'comment' ? 1 : comments,
    );
  const told = remarks.reduce<number>((sum, count = 0) => sum + count, 0);
  return told === 0 && remarks.includes(undefined) ? undefined : told;
}
