import { InputError } from '@backstage/errors';
import {
  StandingsResponse,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { z } from 'zod';
import { readStandings } from '../../assessment';
import { ApiContext } from '../ApiContext';
import { Caller, authorize } from '../authorize';
import { readCursor, writeCursor } from '../cursor';
import { listVisible } from './listVisible';
import { visibleServices } from './visibleServices';

const PAGE = 1000;
const MOST_ASKED = 100;
const place = z.strictObject({ after: z.string() });

/** `GET /standings`: where services stand, of all a thousand a page, for machines that go through them, or of those named. */
export async function getStandings(
  context: ApiContext,
  req: { query: { cursor?: string; entityRefs?: string } },
): Promise<StandingsResponse> {
  const credentials = await authorize(context, req, scorecardReadPermission);
  const now = context.now();
  const { standings, nextAfter } = await readStandings(context.database, {
    visible: await askedAbout(context, req.query.entityRefs, credentials),
    after: readCursor(place, req.query.cursor)?.after,
    limit: PAGE,
  });
  return {
    asOf: now,
    standings,
    ...(nextAfter !== undefined && {
      nextCursor: writeCursor({ after: nextAfter }),
    }),
  };
}

/** The services asked about that the caller may read; undefined for all there are. */
async function askedAbout(
  context: ApiContext,
  entityRefs: string | undefined,
  credentials: Caller,
): Promise<string[] | undefined> {
  if (entityRefs === undefined) return visibleServices(context, credentials);
  const refs = entityRefs.toLocaleLowerCase('en-US').split(',');
  if (refs.length > MOST_ASKED) {
    throw new InputError(
      `entityRefs holds more than ${MOST_ASKED} refs; ask in several requests, or without it for all`,
    );
  }
  return (await listVisible(context, credentials, async () => refs)) ?? refs;
}
