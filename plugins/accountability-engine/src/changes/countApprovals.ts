import {
  ChangeRecord,
  approvalsOf,
} from 'backstage-plugin-accountability-common';

/** How many approvals by others there are; undefined where nobody told. */
export function countApprovals(change: ChangeRecord): number | undefined {
  const { approvals, approvalsSeen } = change;
  return approvals ?? approvalsOf(change)?.length ?? approvalsSeen;
}
