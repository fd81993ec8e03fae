import {
  OwnershipResponse,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { z } from 'zod';
import { readTeamOwnership } from '../../assessment';
import { ApiContext } from '../ApiContext';
import { authorize } from '../authorize';
import { readCursor, writeCursor } from '../cursor';
import { EntityPath } from '../endpoints';
import { findEntityRef } from '../findEntityRef';
import { findVisibleServices } from '../findVisibleServices';
import { missingGroup } from '../missingGroup';

const PAGE = 100;
const place = z.strictObject({ after: z.string() });

/** `GET /teams/…/ownership`: how a group and the groups below it look after their services. */
export async function getTeamOwnership(
  context: ApiContext,
  req: { params: EntityPath; query: { cursor?: string } },
): Promise<OwnershipResponse> {
  const credentials = await authorize(context, req, scorecardReadPermission);
  const after = readCursor(place, req.query.cursor)?.after;
  const groupRef = await findEntityRef(context, req.params, credentials);
  const visible = await findVisibleServices(context, groupRef, credentials);
  const ownership = await readTeamOwnership(context.database, {
    groupRef,
    visible,
    after,
    limit: PAGE,
  });
  if (!ownership) throw missingGroup(context, groupRef);
  const { nextAfter, ...answer } = ownership;
  return {
    ...answer,
    asOf: context.now(),
    nextCursor:
      nextAfter === undefined ? undefined : writeCursor({ after: nextAfter }),
  };
}
