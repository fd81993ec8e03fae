import { NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  IncidentResponse,
  causeDecidePermission,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { ownerThen } from '../../ownership';
import { incidentAt } from '../../records';
import { ApiContext } from '../ApiContext';
import { Caller, authorize } from '../authorize';
import { RecordPath } from '../endpoints';
import { findOwnIncident } from '../findOwnRecord';
import { findService } from '../findService';
import { gatherIncident } from '../incidents/gatherIncident';
import { parsePastInstant } from '../parseInstant';

/** `GET /services/…/incidents/:record`: an incident, what caused it and what was near it, now or as of a past instant. */
export async function getIncident(
  context: ApiContext,
  req: { params: RecordPath; query: { at?: string } },
): Promise<IncidentResponse> {
  const credentials = await authorize(context, req, scorecardReadPermission);
  const now = context.now();
  const past = req.query.at !== undefined;
  const at =
    req.query.at === undefined
      ? now
      : parsePastInstant('at', req.query.at, now);
  const service = await findService(context, req.params, credentials);
  const stored = await findOwnIncident(context, service, req.params.record);
  const incident = incidentAt(stored, at);
  if (!incident) {
    throw new NotFoundError(
      `The incident ${stored.id} had not begun at ${new Date(
        at,
      ).toISOString()}`,
    );
  }
  const gathered = await gatherIncident(context, service, {
    incident,
    at,
    past,
    credentials,
  });
  return {
    service: service.summary,
    ...gathered,
    ownerNow: ownerThen(service.spans, now),
    mayDecide: !past && (await mayDecide(context, credentials)),
  };
}

async function mayDecide(
  context: ApiContext,
  credentials: Caller,
): Promise<boolean> {
  const [decision] = await context.permissions.authorize(
    [{ permission: causeDecidePermission }],
    { credentials },
  );
  return decision.result === AuthorizeResult.ALLOW;
}
