export {
  approvalsOf,
  isRubberStamp,
  linesToReview,
  makerOf,
} from 'backstage-plugin-accountability-common';
export type { Approval } from 'backstage-plugin-accountability-common';
export { countApprovals } from './countApprovals';
