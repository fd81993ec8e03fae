import {
  AttributionWindowResponse,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { ApiContext } from '../ApiContext';
import { authorize } from '../authorize';
import { EntityPath } from '../endpoints';
import { findService } from '../findService';
import { parsePastInstant } from '../parseInstant';

/** `GET /services/…/attribution-window`: W of a service, the one that its known causes propose, and what would change with it. */
export async function getAttributionWindow(
  context: ApiContext,
  req: { params: EntityPath; query: { at?: string } },
): Promise<AttributionWindowResponse> {
  const credentials = await authorize(context, req, scorecardReadPermission);
  const now = context.now();
  const at =
    req.query.at === undefined
      ? now
      : parsePastInstant('at', req.query.at, now);
  const file = await findService(context, req.params, credentials);
  const calibrated = await context.past.calibrateWindow({
    file,
    at,
    past: req.query.at !== undefined,
  });
  return { service: file.summary, asOf: at, ...calibrated };
}
