import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  decisionReadPermission,
  DueItem,
  DueResponse,
} from 'backstage-plugin-accountability-common';
import { z } from 'zod';
import { readDue, readTeamScope } from '../../teams';
import { ApiContext } from '../ApiContext';
import { Caller } from '../authorize';
import { readCursor, writeCursor } from '../cursor';
import { EntityPath } from '../endpoints';
import { findTeam } from './findTeam';

const PAGE = 100;
/** The last item of the page before. */
const place = z.strictObject({ at: z.number(), id: z.string() });

/** `GET /teams/…/due`: what a group and the groups below it are to do, the longest due first. */
export async function getDue(
  context: ApiContext,
  req: { params: EntityPath; query: { cursor?: string } },
): Promise<DueResponse> {
  const after = readCursor(place, req.query.cursor);
  const { credentials, team, tree, visible, now } = await findTeam(
    context,
    req,
  );
  const { database, attestation } = context;
  const decisions = await mayReadDecisions(context, credentials);
  const groups = tree.map(({ groupRef }) => groupRef);
  const items = await readDue(
    {
      ...{ database, attestation, now },
      scope: await readTeamScope(database, { groups, visible }),
      policy: await context.policy.current(),
    },
    { decisions },
  );
  const rest = after ? items.filter(item => isAfter(item, after)) : items;
  const page = rest.slice(0, PAGE);
  const last = rest.length > PAGE ? page.at(-1) : undefined;
  return {
    ...{ team, asOf: now, items: page, total: items.length },
    overdue: items.filter(({ overdue }) => overdue).length,
    leftOut: decisions
      ? []
      : [
          {
            kind: 'break-glass',
            because: `Whoever went past a gate and waits for a review is left out: you need the permission ${decisionReadPermission.name} to see it`,
          },
        ],
    ...(last && { nextCursor: writeCursor({ at: last.dueAt, id: last.id }) }),
  };
}

function isAfter(item: DueItem, after: z.output<typeof place>): boolean {
  return (
    item.dueAt > after.at || (item.dueAt === after.at && item.id > after.id)
  );
}

async function mayReadDecisions(
  { permissions }: Pick<ApiContext, 'permissions'>,
  credentials: Caller,
): Promise<boolean> {
  const [decision] = await permissions.authorize(
    [{ permission: decisionReadPermission }],
    { credentials },
  );
  return decision.result === AuthorizeResult.ALLOW;
}
