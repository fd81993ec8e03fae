import { scorecardReadPermission } from 'backstage-plugin-accountability-common';
import { GroupNode, readGroupTree } from '../../ownership';
import { ApiContext } from '../ApiContext';
import { authorize, Caller } from '../authorize';
import { EntityPath } from '../endpoints';
import { findEntityRef } from '../findEntityRef';
import { findVisibleServices } from '../findVisibleServices';
import { missingGroup } from '../missingGroup';

/** A team as a caller may see it. */
export interface FoundTeam {
  credentials: Caller;
  team: { groupRef: string; title: string };
  /** The team and the groups below it, the team first. */
  tree: GroupNode[];
  /** Services, of today or before, that the caller may read; undefined for all. */
  visible?: string[];
  /** Epoch milliseconds. */
  now: number;
}

/** The team that a path names. Throws 401, 403, or 404 for what is no group that the caller may read. */
export async function findTeam(
  context: ApiContext,
  req: { params: EntityPath },
): Promise<FoundTeam> {
  const credentials = await authorize(context, req, scorecardReadPermission);
  const now = context.now();
  const groupRef = await findEntityRef(context, req.params, credentials);
  const tree = await readGroupTree(context.database, { groupRef });
  const [group] = tree;
  if (!group) throw missingGroup(context, groupRef);
  const visible = await findVisibleServices(context, groupRef, credentials);
  const team = { groupRef: group.groupRef, title: group.title };
  return { ...{ credentials, team, tree, now }, ...(visible && { visible }) };
}
