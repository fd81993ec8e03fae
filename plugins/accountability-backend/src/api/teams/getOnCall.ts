import { OnCallResponse } from 'backstage-plugin-accountability-common';
import { readOnCall } from '../../teams';
import { ApiContext } from '../ApiContext';
import { EntityPath } from '../endpoints';
import { findTeam } from './findTeam';

/** `GET /teams/…/on-call`: how often a group and the groups below it were called, week by week. */
export async function getOnCall(
  context: ApiContext,
  req: { params: EntityPath },
): Promise<OnCallResponse> {
  const found = await findTeam(context, req);
  const load = await readOnCall(context.database, found);
  return { team: found.team, asOf: found.now, ...load };
}
