import {
  ReplaysResponse,
  sourceReadPermission,
} from 'backstage-plugin-accountability-common';
import { readReplays } from '../../ingestion';
import { ApiContext } from '../ApiContext';
import { authorize } from '../authorize';

const MOST_REPLAYS = 20;

/** `GET /replays`: the latest replays and their progress. */
export async function getReplays(
  context: ApiContext,
  req: object,
): Promise<ReplaysResponse> {
  await authorize(context, req, sourceReadPermission);
  const replays = await readReplays(context.database, { limit: MOST_REPLAYS });
  return { replays };
}
