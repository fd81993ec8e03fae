import {
  RollupResponse,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { z } from 'zod';
import { isLargeTree, readRollup, turnsTold } from '../../assessment';
import { sumTree, turnedLately } from '../../organisation';
import { ApiContext } from '../ApiContext';
import { authorize } from '../authorize';
import { readCursor, writeCursor } from '../cursor';
import { EntityPath } from '../endpoints';
import { findEntityRef } from '../findEntityRef';
import { findVisibleServices } from '../findVisibleServices';
import { missingGroup } from '../missingGroup';

const PAGE = 100;
/** Above it the copy of the organisation is asked, ten seconds old at most: the database adds ten thousand services up in half a second. */
const LARGE = 500;
const place = z.strictObject({ after: z.string() });

/** `GET /teams/…/rollup`: all services of a group and the groups below it. */
export async function getRollup(
  context: ApiContext,
  req: { params: EntityPath; query: { cursor?: string } },
): Promise<RollupResponse> {
  const credentials = await authorize(context, req, scorecardReadPermission);
  const now = context.now();
  const after = readCursor(place, req.query.cursor)?.after;
  const groupRef = await findEntityRef(context, req.params, credentials);
  const visible = await findVisibleServices(context, groupRef, credentials);
  const scope = { groupRef, visible };
  const large = await isLargeTree(context.database, { groupRef, than: LARGE });
  const rollup = await readRollup(context.database, {
    ...scope,
    ...(large && {
      known: await readKnown(context, { ...scope, now }),
    }),
    ...{ after, limit: PAGE, now },
  });
  if (!rollup) throw missingGroup(context, groupRef);
  const { nextAfter, ...answer } = rollup;
  return {
    ...answer,
    asOf: now,
    nextCursor:
      nextAfter === undefined ? undefined : writeCursor({ after: nextAfter }),
  };
}

async function readKnown(
  context: ApiContext,
  scope: { groupRef: string; visible?: readonly string[]; now: number },
) {
  const organisation = await context.organisation.current();
  const { groupRef, now } = scope;
  const visible = scope.visible && new Set(scope.visible);
  return {
    sums: sumTree(organisation, { groupRef, visible }),
    turned: turnedLately(organisation, {
      ...{ groupRef, visible },
      ...{ from: now - turnsTold.ms, most: turnsTold.most },
    }),
  };
}
