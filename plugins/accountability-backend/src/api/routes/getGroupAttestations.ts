import { NotFoundError } from '@backstage/errors';
import {
  AttestationsResponse,
  DueAttestation,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { z } from 'zod';
import { readDueAttestations } from '../../governance';
import { readGroupTree, readOwnerSpans } from '../../ownership';
import { ApiContext } from '../ApiContext';
import { authorize } from '../authorize';
import { readCursor, writeCursor } from '../cursor';
import { EntityPath } from '../endpoints';
import { findEntityRef } from '../findEntityRef';
import { findVisibleServices } from '../findVisibleServices';

const PAGE = 100;
/** The last service of the page before. */
const place = z.strictObject({ at: z.number(), entityRef: z.string() });

/** `GET /groups/…/attestations`: services of a group and the groups below it that are to be attested. */
export async function getGroupAttestations(
  context: ApiContext,
  req: { params: Omit<EntityPath, 'kind'>; query: { cursor?: string } },
): Promise<AttestationsResponse> {
  const credentials = await authorize(context, req, scorecardReadPermission);
  const now = context.now();
  const after = readCursor(place, req.query.cursor);
  const groupRef = await findEntityRef(
    context,
    { kind: 'group', ...req.params },
    credentials,
  );
  const [group] = await readGroupTree(context.database, { groupRef });
  if (!group) {
    throw new NotFoundError(
      `${groupRef} is not a known group yet: the catalog is read every ${context.syncInterval}`,
    );
  }
  const { due } = await readDueAttestations(context.database, {
    of: {
      groupRef,
      visible: await findVisibleServices(context, groupRef, credentials),
    },
    settings: context.attestation,
    readOwnerSpans,
    now,
  });
  const rest = after ? due.filter(one => isAfter(one, after)) : due;
  const services = rest.slice(0, PAGE);
  const last = rest.length > PAGE ? services.at(-1) : undefined;
  return {
    team: { groupRef, title: group.title },
    asOf: now,
    services,
    total: due.length,
    ...(last && {
      nextCursor: writeCursor({ at: last.due.at, entityRef: last.entityRef }),
    }),
  };
}

function isAfter(one: DueAttestation, after: z.output<typeof place>): boolean {
  return (
    one.due.at > after.at ||
    (one.due.at === after.at && one.entityRef > after.entityRef)
  );
}
