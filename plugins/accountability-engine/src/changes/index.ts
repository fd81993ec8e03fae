export { approvalsOf, countApprovals } from './approvalsOf';
export type { Approval } from './approvalsOf';
export {
  fastestReading,
  isRubberStamp,
  leastReviewedLines,
  linesToReview,
} from './isRubberStamp';
export { makerOf } from './makerOf';
export type { Maker } from './makerOf';
