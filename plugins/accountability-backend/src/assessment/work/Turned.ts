import { TransitionRow } from '../../database/tables';
import { ResultChanges } from './Results';

/** A service of which an assessment says something else than the one before, with what turned. */
export interface Turned {
  entityRef: string;
  /** Epoch milliseconds. */
  at: number;
  /** Levels (no check id) and check results that turned; none where only facts moved. */
  transitions: Omit<TransitionRow, 'entity_ref' | 'at'>[];
}

/** What turned of one service; nothing where its document says the same. */
export function turnedOf(
  entityRef: string,
  changes: Pick<ResultChanges, 'assessments' | 'transitions'>,
): Turned[] {
  return changes.assessments.map(({ assessed_at: at }) => ({
    entityRef,
    at: at.getTime(),
    transitions: changes.transitions,
  }));
}
