import { NotFoundError } from '@backstage/errors';
import {
  ChangeMaker,
  ChangeOutcome,
  ChangesResponse,
  ServiceChange,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { z } from 'zod';
import { ApiContext } from '../ApiContext';
import { authorize } from '../authorize';
import { readCursor, writeCursor } from '../cursor';
import { EntityPath } from '../endpoints';
import { findService } from '../findService';
import { parsePastInstant } from '../parseInstant';
import { readWindow } from '../readWindow';
import { RecordSight } from '../sight/RecordSight';
import { hideInChange } from '../sight/hideInChange';
import { readRecordSight } from '../sight/readRecordSight';
import { revertedRecord } from '../sight/revertedRecord';

const PAGE = 50;
const USUAL_WINDOW = 90;
const place = z.strictObject({
  at: z.int(),
  mergedAt: z.int(),
  id: z.string(),
});

/** `GET /services/…/changes`: merged changes, newest first, with how they were made, read and delivered, and what became of them. Pages stay as of the instant of the first. */
export async function getChanges(
  context: ApiContext,
  req: {
    params: EntityPath;
    query: {
      at?: string;
      window?: number;
      maker?: ChangeMaker;
      outcome?: ChangeOutcome;
      cursor?: string;
    };
  },
): Promise<ChangesResponse> {
  const credentials = await authorize(context, req, scorecardReadPermission);
  const { maker, outcome } = req.query;
  const windowDays = readWindow(req.query.window) ?? USUAL_WINDOW;
  const cursor = readCursor(place, req.query.cursor);
  const now = context.now();
  const asked = req.query.at;
  const at =
    cursor?.at ??
    (asked === undefined ? now : parsePastInstant('at', asked, now));
  const file = await findService(context, req.params, credentials);
  const { entityRef } = file.summary;
  const read = await context.past.readChanges({
    ...{ entityRef, at, windowDays, maker, outcome },
    after: cursor,
    limit: PAGE,
  });
  if (!read) throw new NotFoundError(`${entityRef} is gone from the catalog`);
  const { next, changes, ...answer } = read;
  const incidents = changes.flatMap(change => change.incidents);
  const reverted = changes.flatMap(change => revertedRecord(change) ?? []);
  const records = [...incidents, ...reverted];
  const sight = await readRecordSight(
    context,
    { entityRef, services: [], records, claims: [] },
    credentials,
  );
  return {
    service: file.summary,
    asOf: at,
    ...answer,
    changes: changes.map(change => hideIncidents(change, sight)),
    nextCursor: next && writeCursor({ at, ...next }),
  };
}

function hideIncidents(change: ServiceChange, sight: RecordSight) {
  const incidents = change.incidents.filter(id => sight.record(id));
  const hidden = change.incidents.length - incidents.length;
  return {
    ...hideInChange(change, sight),
    incidents,
    ...(hidden > 0 && { incidentsHidden: hidden }),
  };
}
