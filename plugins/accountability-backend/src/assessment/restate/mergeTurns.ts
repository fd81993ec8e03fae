import { readInstant, writeInstant } from '../../database/instants';
import { TransitionRow } from '../../database/tables';
import { History, Turn, keyOf } from './HistoryTeller';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Puts the turns told for closed days beside the transitions stored since the
 * first of them. A stored one that says the same on the same day stays, since
 * it knows the instant; others of closed days go. Those of today stay where
 * they go on from how the last closed day ended; where they do not, they came
 * of the late records, and at most the last one is left.
 */
export function mergeTurns(
  history: History,
  stored: readonly TransitionRow[],
  given: { today: number; current: ReadonlyMap<string, string> },
): Turn[] {
  const rows = stored.map(row => ({
    ...row,
    at: writeInstant(readInstant(row.at)),
  }));
  const closed = rows.filter(row => row.at.getTime() < given.today);
  const known = new Map(closed.map(row => [sameTurn(row), row]));
  const turns = history.turns.map(turn => known.get(sameTurn(turn)) ?? turn);
  const today = new Map<string, Turn[]>();
  for (const row of rows) {
    if (row.at.getTime() < given.today) continue;
    const key = keyOf(row);
    today.set(key, [...(today.get(key) ?? []), row]);
  }
  for (const [key, chain] of today) {
    turns.push(
      ...goOnFrom(chain, {
        ended: history.last.get(key),
        current: given.current.get(key),
      }),
    );
  }
  return turns;
}

function goOnFrom(
  chain: readonly Turn[],
  { ended, current }: { ended?: string; current?: string },
): Turn[] {
  if (ended === undefined || chain[0].from_status === ended) return [...chain];
  if (current === ended) return [];
  return [{ ...chain[chain.length - 1], from_status: ended }];
}

function sameTurn(turn: Turn): string {
  const day = Math.floor(turn.at.getTime() / dayMs);
  return JSON.stringify([keyOf(turn), day, turn.from_status, turn.to_status]);
}
