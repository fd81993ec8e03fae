import {
  FirstStep,
  sourceReadPermission,
} from 'backstage-plugin-accountability-common';
import { maxBy } from 'lodash';
import { untold } from './untold';

/** Whether a source ever delivered, and which did last. */
export function sourceStep(given: {
  /** When each source that ever delivered did so last, epoch milliseconds. */
  last: ReadonlyMap<string, number>;
  /** Sources that are on. */
  on: readonly string[];
  may: boolean;
}): FirstStep {
  const { last, on, may } = given;
  if (!may) return untold('source', sourceReadPermission);
  const latest = maxBy([...last], ([, at]) => at);
  return {
    ...{ step: 'source', state: latest ? 'done' : 'todo' },
    ...{ count: last.size, of: new Set([...on, ...last.keys()]).size },
    ...(latest && { source: latest[0], at: latest[1] }),
  };
}
