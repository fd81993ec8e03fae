import { ScorecardResult } from 'backstage-plugin-accountability-common';
import { readInstant, writeInstant } from '../../database/instants';
import { CheckResultRow, ServiceLevelRow } from '../../database/tables';
import { PolicyTemplate } from '../template/PolicyTemplate';
import { Comparison, ResultChanges, Standings } from './Results';
import { describeLevelChange } from './describeLevelChange';
import { diffAttributions } from './diffAttributions';
import { diffDocument } from './diffDocument';
import { diffSnapshots } from './diffSnapshots';

/** Adds to `changes` everything that is different from what is stored. */
export function diffResults(
  comparison: Comparison & { template: PolicyTemplate },
  changes: ResultChanges,
): void {
  diffStates(comparison, changes);
  diffAttributions(comparison, changes);
  diffSnapshots(comparison, changes);
  diffDocument(comparison, changes);
}

/**
 * Adds to `changes` the levels and check results that turned, and fills in the
 * instants since when levels and check results are what they are. The first
 * assessment of a service, and a check it never had, make no transitions:
 * nothing turned.
 */
export function diffStates(
  comparison: Standings,
  changes: ResultChanges,
): void {
  const { assessment, previous } = comparison;
  const levels = new Map(previous.levels.map(row => [row.scorecard, row]));
  const checks = new Map(
    previous.checks.map(row => [keyOf(row.scorecard, row.check_id), row]),
  );
  for (const scorecard of assessment.scorecards) {
    diffLevel(comparison, { scorecard, before: levels }, changes);
    diffChecks(comparison, { scorecard, before: checks }, changes);
  }
  // Whatever was not taken out by its scorecard is there no more.
  changes.levelsGone.push(...levels.values());
  changes.checksGone.push(...checks.values());
}

function diffLevel(
  { assessment: { entityRef, at } }: Standings,
  {
    scorecard,
    before,
  }: { scorecard: ScorecardResult; before: Map<string, ServiceLevelRow> },
  changes: ResultChanges,
) {
  const { level } = scorecard;
  const was = before.get(scorecard.scorecard);
  before.delete(scorecard.scorecard);
  const ladder = JSON.stringify(level.ladder);
  const same = was?.rank === level.rank && was.level === (level.name ?? null);
  level.since = was && same ? readInstant(was.since) : at;
  if (was && same && was.ladder === ladder) return;
  changes.levels.push({
    entity_ref: entityRef,
    scorecard: scorecard.scorecard,
    level: level.name ?? null,
    rank: level.rank,
    ladder,
    since: writeInstant(level.since),
  });
  if (!was || same) return;
  changes.transitions.push({
    entity_ref: entityRef,
    at: writeInstant(at),
    scorecard: scorecard.scorecard,
    check_id: '',
    from_status: was.level ?? 'none',
    to_status: level.name ?? 'none',
    because: describeLevelChange(scorecard, was.rank),
  });
}

function diffChecks(
  { assessment: { entityRef, at } }: Standings,
  {
    scorecard,
    before,
  }: { scorecard: ScorecardResult; before: Map<string, CheckResultRow> },
  changes: ResultChanges,
) {
  for (const check of scorecard.checks) {
    const key = keyOf(scorecard.scorecard, check.check);
    const was = before.get(key);
    before.delete(key);
    const same = was?.status === check.status;
    check.since = was && same ? readInstant(was.since) : at;
    const unmoved = was?.burden === check.burden && was.mode === check.mode;
    if (same && unmoved) continue;
    const row = {
      entity_ref: entityRef,
      scorecard: scorecard.scorecard,
      check_id: check.check,
    };
    changes.checks.push({
      ...row,
      burden: check.burden,
      mode: check.mode,
      status: check.status,
      since: writeInstant(check.since),
    });
    if (!was || same) continue;
    changes.transitions.push({
      ...row,
      at: writeInstant(at),
      from_status: was.status,
      to_status: check.status,
      because: check.because,
    });
  }
}

function keyOf(scorecard: string, check: string): string {
  return JSON.stringify([scorecard, check]);
}
