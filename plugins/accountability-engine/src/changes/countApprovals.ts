import {
  ChangeRecord,
  approvalsOf,
} from 'backstage-plugin-accountability-common';

/**
 * How many approvals by others there are; undefined where nobody told. Of what
 * a machine wrote sources count the approval of whoever asked it to.
 */
export function countApprovals(change: ChangeRecord): number | undefined {
  const { approvals, approvalsSeen, sponsor } = change;
  const told = approvalsOf(change)?.length;
  return sponsor === undefined
    ? approvals ?? told ?? approvalsSeen
    : told ?? approvals ?? approvalsSeen;
}
