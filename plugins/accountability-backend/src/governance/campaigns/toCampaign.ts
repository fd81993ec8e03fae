import {
  Campaign,
  CampaignMove,
  CampaignState,
} from 'backstage-plugin-accountability-common';
import { readInstant, readOptionalInstant } from '../../database/instants';
import { CampaignMoveRow, CampaignRow } from '../../database/tables';

/** A campaign as its rows have it. */
export function toCampaign(
  row: CampaignRow,
  moves: readonly CampaignMoveRow[],
): Campaign {
  const startedAt = readOptionalInstant(row.started_at);
  const endedAt = readOptionalInstant(row.ended_at);
  return {
    id: row.id,
    title: row.title,
    ...(row.description !== null && { description: row.description }),
    checks: JSON.parse(row.checks),
    ...(row.scope !== null && { scope: JSON.parse(row.scope) }),
    ...(row.owner_ref !== null && { owner: row.owner_ref }),
    state: stateOf(row),
    createdAt: readInstant(row.created_at),
    ...(startedAt !== undefined && { startedAt }),
    ...(endedAt !== undefined && { endedAt }),
    targetAt: readInstant(row.target_at),
    ...(moves.length > 0 && { moves: moves.map(toMove) }),
    milestones: JSON.parse(row.milestones),
    remindEveryDays: row.remind_every_days,
  };
}

function stateOf({ state }: CampaignRow): CampaignState {
  return state === 'active' || state === 'ended' ? state : 'draft';
}

function toMove(row: CampaignMoveRow): CampaignMove {
  return {
    at: readInstant(row.moved_at),
    from: readInstant(row.from_at),
    to: readInstant(row.to_at),
    reason: row.reason,
  };
}
