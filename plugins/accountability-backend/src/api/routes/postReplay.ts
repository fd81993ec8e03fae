import { InputError } from '@backstage/errors';
import {
  deliveryReplayPermission,
  Replay,
  ReplayRequest,
} from 'backstage-plugin-accountability-common';
import { requestReplay } from '../../ingestion';
import { ApiContext } from '../ApiContext';
import { audited } from '../audited';
import { authorize } from '../authorize';
import { parsePastInstant } from '../parseInstant';

/** `POST /replays`: asks for stored deliveries of a source to be read again. */
export async function postReplay(
  context: ApiContext,
  req: { body: ReplayRequest },
): Promise<Replay> {
  const { source } = req.body;
  const given = { eventId: 'replay-create', req, meta: { source } };
  return audited(context, given, async () => {
    await authorize(context, req, deliveryReplayPermission);
    if (!context.sources.includes(source)) {
      throw new InputError(
        `There is no source "${source}" that is on; there are: ${context.sources.join(
          ', ',
        )}`,
      );
    }
    const now = context.now();
    const instantOf = (name: 'from' | 'to', otherwise: number) => {
      const text = req.body[name];
      return text === undefined ? otherwise : parsePastInstant(name, text, now);
    };
    const [from, to] = [instantOf('from', 0), instantOf('to', now)];
    if (from >= to) throw new InputError('from must lie before to');
    return requestReplay(context.database, { source, from, to, now });
  });
}
