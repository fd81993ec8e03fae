import { NotFoundError } from '@backstage/errors';
import {
  Replay,
  sourceReadPermission,
} from 'backstage-plugin-accountability-common';
import { readReplay } from '../../ingestion';
import { ApiContext } from '../ApiContext';
import { authorize } from '../authorize';

/** `GET /replays/:id`: one replay and its progress. */
export async function getReplay(
  context: ApiContext,
  req: { params: { id: string } },
): Promise<Replay> {
  await authorize(context, req, sourceReadPermission);
  const { id } = req.params;
  const replay = await readReplay(context.database, { id });
  if (!replay) throw new NotFoundError(`There is no replay ${id}`);
  return replay;
}
