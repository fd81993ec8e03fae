import { checkShape } from './checkShape';
import { gateShape, ownRuleShape, referenceShape } from './gateShape';
import { scorecardShape } from './scorecardShape';
import { ask } from './shapes';

const shapes = [
  scorecardShape.shape,
  scorecardShape.shape.metadata.shape,
  scorecardShape.shape.spec.shape,
  gateShape.shape.spec.shape,
  checkShape.shape,
  ownRuleShape.shape,
  referenceShape.shape,
  ask.shape,
];

/** Keys that may stand somewhere, for suggestions. */
export const knownKeys = [
  ...new Set(shapes.flatMap(Object.keys)),
  ...['burdens', 'minScore', 'noFail', 'groups', 'reviewWithin'],
  ...['type', 'default', 'url'],
];
