import { Assessment } from 'backstage-plugin-accountability-common';
import {
  CheckResultRow,
  FactSnapshotRow,
  ServiceLevelRow,
} from '../../database/tables';
import { Comparison, ResultChanges, noChanges } from '../work/Results';
import { diffStates } from '../work/diffResults';
import { diffSnapshots } from '../work/diffSnapshots';

/** A turn of a level or check result, as it is written. */
export type Turn = ResultChanges['transitions'][number];

/** What closed days say when told from the records known now. */
export interface History {
  snapshots: FactSnapshotRow[];
  /** The first instant told; absent where nothing was ever collected. */
  begins?: number;
  /** Oldest first; each at the end of the day on which it turned. */
  turns: Turn[];
  /** How each level and check stood at the end, by `keyOf`. */
  last: Map<string, string>;
}

/** Names a level or a check of a scorecard; the level has no check. */
export function keyOf(row: { scorecard: string; check_id: string }): string {
  return JSON.stringify([row.scorecard, row.check_id]);
}

/**
 * Tells the history of one service from assessments at the ends of its days,
 * oldest first. The first of them is what the second is compared with, and is
 * part of the history only where it lies in the stretch that begins at `from`.
 */
export class HistoryTeller {
  readonly history: History = { snapshots: [], turns: [], last: new Map() };
  private levels: ServiceLevelRow[] = [];
  private checks: CheckResultRow[] = [];

  constructor(private readonly from: number) {}

  tell(assessment: Assessment): void {
    const changes = noChanges();
    const comparison: Comparison = {
      assessment,
      merged: new Set(),
      previous: {
        levels: this.levels,
        checks: this.checks,
        attributions: [],
        snapshots: [],
      },
    };
    // Not the document and the links: only states and values have a history.
    diffStates(comparison, changes);
    diffSnapshots(comparison, changes);
    const { history } = this;
    if (assessment.at >= this.from) {
      history.snapshots.push(...changes.snapshots);
    }
    // The day of the first record turns nothing: there was nothing before it.
    if (history.begins !== undefined) {
      history.turns.push(...changes.transitions);
    }
    history.begins ??= assessment.at;
    this.levels = levelsOf(assessment);
    this.checks = checksOf(assessment);
    history.last = lastOf(this.levels, this.checks);
  }
}

function levelsOf(assessment: Assessment): ServiceLevelRow[] {
  return assessment.scorecards.map(({ scorecard, level }) => ({
    entity_ref: assessment.entityRef,
    scorecard,
    level: level.name ?? null,
    rank: level.rank,
    ladder: JSON.stringify(level.ladder),
    since: assessment.at,
  }));
}

function checksOf(assessment: Assessment): CheckResultRow[] {
  return assessment.scorecards.flatMap(({ scorecard, checks }) =>
    checks.map(check => ({
      entity_ref: assessment.entityRef,
      scorecard,
      check_id: check.check,
      burden: check.burden,
      mode: check.mode,
      status: check.status,
      since: assessment.at,
    })),
  );
}

function lastOf(
  levels: readonly ServiceLevelRow[],
  checks: readonly CheckResultRow[],
): Map<string, string> {
  const last = new Map<string, string>();
  for (const row of levels) {
    last.set(
      keyOf({ scorecard: row.scorecard, check_id: '' }),
      row.level ?? 'none',
    );
  }
  for (const row of checks) last.set(keyOf(row), row.status);
  return last;
}
