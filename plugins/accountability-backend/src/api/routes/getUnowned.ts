import {
  UnownedResponse,
  unownedReadPermission,
} from 'backstage-plugin-accountability-common';
import { z } from 'zod';
import { readUnownedSubjects } from '../../ownership';
import { ApiContext } from '../ApiContext';
import { authorize } from '../authorize';
import { readCursor, writeCursor } from '../cursor';

const PAGE = 100;
const place = z.strictObject({ after: z.string() });

/** `GET /unowned`: subjects with records and without a service. */
export async function getUnowned(
  context: ApiContext,
  req: { query: { cursor?: string } },
): Promise<UnownedResponse> {
  await authorize(context, req, unownedReadPermission);
  const after = readCursor(place, req.query.cursor)?.after;
  const { items, nextAfter } = await readUnownedSubjects(context.database, {
    after,
    limit: PAGE,
  });
  return {
    items,
    nextCursor:
      nextAfter === undefined ? undefined : writeCursor({ after: nextAfter }),
  };
}
