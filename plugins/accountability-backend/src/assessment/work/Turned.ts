import { TransitionRow } from '../../database/tables';
import { ResultChanges } from './Results';

/** A service of which an assessment says something else than the one before, with what turned. */
export interface Turned {
  entityRef: string;
  /** Epoch milliseconds. */
  at: number;
  /** Levels (no check id) and check results that turned; none where only facts moved. */
  transitions: Omit<TransitionRow, 'entity_ref' | 'at'>[];
  /** Whether a level or a check result is another one than was stored; so it is the first time, when nothing turned. */
  stands: boolean;
}

/** What turned of one service; nothing where its assessment says the same. */
export function turnedOf(
  entityRef: string,
  changes: Pick<
    ResultChanges,
    | 'assessments'
    | 'judged'
    | 'measured'
    | 'transitions'
    | 'levels'
    | 'levelsGone'
    | 'checks'
    | 'checksGone'
  >,
): Turned[] {
  const { levels, levelsGone, checks, checksGone } = changes;
  const stored = [levels, levelsGone, checks, checksGone];
  const { assessments, judged, measured } = changes;
  const said = [...assessments, ...judged, ...measured].slice(0, 1);
  return said.map(({ assessed_at: at }) => ({
    entityRef,
    at: at.getTime(),
    transitions: changes.transitions,
    stands: stored.some(rows => rows.length > 0),
  }));
}
