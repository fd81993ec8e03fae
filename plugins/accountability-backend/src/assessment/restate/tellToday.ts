import { ScorecardResult } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { readInstant, writeInstant } from '../../database/instants';
import { CheckResultRow, ServiceLevelRow } from '../../database/tables';
import { readStoredResults } from '../reads/readStoredResults';
import { describeLevelChange } from '../work/describeLevelChange';
import { History, Turn, keyOf } from './HistoryTeller';

/** How a level or check stands now. */
interface Standing {
  row: Pick<Turn, 'entity_ref' | 'scorecard' | 'check_id'>;
  status: string;
  since: number;
  /** Names of levels, lowest first; absent for a check. */
  ladder?: readonly string[];
}

/**
 * Turns from how the last closed day ended to how it stands now that no turn
 * of today tells of: late records made closed days end otherwise, and today
 * nothing turned where it was seen. They stand at the instant since when it is
 * known to be so, at the beginning of today where that lies before it.
 */
export async function tellToday(
  trx: Knex,
  history: History,
  given: {
    levels: readonly ServiceLevelRow[];
    checks: readonly CheckResultRow[];
    turns: readonly Turn[];
    /** First instant of the day that is not over. */
    today: number;
  },
): Promise<Turn[]> {
  const { today } = given;
  const told = new Set(
    given.turns.filter(({ at }) => at.getTime() >= today).map(keyOf),
  );
  const untold = [
    ...given.levels.map(toStanding),
    ...given.checks.map((row): Standing => {
      return { row, status: row.status, since: readInstant(row.since) };
    }),
  ].flatMap(standing => {
    const key = keyOf(standing.row);
    const ended = history.last.get(key);
    if (ended === undefined || ended === standing.status) return [];
    return told.has(key) ? [] : [{ standing, ended }];
  });
  if (untold.length === 0) return [];
  const { entity_ref: ref } = untold[0].standing.row;
  const stored = (await readStoredResults(trx, { entityRefs: [ref] })).get(ref);
  return untold.map(({ standing, ended }) => ({
    entity_ref: standing.row.entity_ref,
    scorecard: standing.row.scorecard,
    check_id: standing.row.check_id,
    at: writeInstant(Math.max(today, standing.since)),
    from_status: ended,
    to_status: standing.status,
    because: becauseOf(standing, { ended, stored }),
  }));
}

function toStanding(row: ServiceLevelRow): Standing {
  return {
    row: { ...row, check_id: '' },
    status: row.level ?? 'none',
    since: readInstant(row.since),
    ladder: JSON.parse(row.ladder),
  };
}

function becauseOf(
  { row, ladder }: Standing,
  { ended, stored }: { ended: string; stored?: readonly ScorecardResult[] },
): string {
  const scorecard = stored?.find(one => one.scorecard === row.scorecard);
  if (!scorecard) return '';
  return ladder
    ? describeLevelChange(scorecard, ladder.indexOf(ended) + 1)
    : scorecard.checks.find(({ check }) => check === row.check_id)?.because ??
        '';
}
