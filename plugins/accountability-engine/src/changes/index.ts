export {
  approvalsOf,
  fastestReading,
  isRubberStamp,
  leastReviewedLines,
  linesToReview,
} from 'backstage-plugin-accountability-common';
export type { Approval } from 'backstage-plugin-accountability-common';
export { countApprovals } from './countApprovals';
export { makerOf } from './makerOf';
