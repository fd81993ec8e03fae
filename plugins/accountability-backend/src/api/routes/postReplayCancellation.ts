import { NotFoundError } from '@backstage/errors';
import {
  deliveryReplayPermission,
  Replay,
} from 'backstage-plugin-accountability-common';
import { cancelReplay } from '../../ingestion';
import { ApiContext } from '../ApiContext';
import { audited } from '../audited';
import { authorize } from '../authorize';

/** `POST /replays/:id/cancellation`: ends a replay after the batch it is at; what it has read stays. */
export async function postReplayCancellation(
  context: ApiContext,
  req: { params: { id: string } },
): Promise<Replay> {
  const { id } = req.params;
  const given = { eventId: 'replay-cancel', req, meta: { id } };
  return audited(context, given, async () => {
    await authorize(context, req, deliveryReplayPermission);
    const replay = await cancelReplay(context.database, {
      id,
      now: context.now(),
    });
    if (!replay) throw new NotFoundError(`There is no replay ${id}`);
    return replay;
  });
}
