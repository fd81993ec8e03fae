import { ChangeRecord } from 'backstage-plugin-accountability-common';
import { approvalsOf, countApprovals } from '../changes';
import { People } from '../people';
import { anyIn } from './anyIn';

/** Whether another person of a group approved a change; undefined where that cannot be told. */
export function approvedIn(
  people: People,
  change: ChangeRecord,
  then: { group: string; at: number },
): boolean | undefined {
  const approvals = approvalsOf(change);
  if (approvals === undefined) {
    return countApprovals(change) === 0 ? false : undefined;
  }
  return anyIn(
    people,
    approvals.map(({ by }) => by),
    then,
  );
}
