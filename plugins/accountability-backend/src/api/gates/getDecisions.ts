import {
  decisionReadPermission,
  DecisionsOptions,
  DecisionsResponse,
  DecisionSummary,
} from 'backstage-plugin-accountability-common';
import { pick } from 'lodash';
import { z } from 'zod';
import { KeptDecision, LogPlace, readDecisions } from '../../gates';
import { ApiContext } from '../ApiContext';
import { authorize } from '../authorize';
import { readCursor, writeCursor } from '../cursor';
import { Sight, sightOf } from '../sightOf';

const PAGE = 50;
/** Rows looked at for one page, of which the caller may read a few only; a page may be short and still not the last. */
const MOST_ROUNDS = 5;

const placeSchema = z.strictObject({ at: z.number(), id: z.string() });

/** `GET /decisions`: the log, newest first. */
export async function getDecisions(
  context: ApiContext,
  req: { query: DecisionsOptions },
): Promise<DecisionsResponse> {
  const credentials = await authorize(context, req, decisionReadPermission);
  const { cursor, ...asked } = req.query;
  const { kept, next } = await readPage(context, asked, {
    before: readCursor(placeSchema, cursor),
    sight: await sightOf(context, credentials),
  });
  return {
    asOf: context.now(),
    decisions: kept.map(({ decision }) => summarise(decision)),
    ...(next && { nextCursor: writeCursor(next) }),
  };
}

/** Decisions that the caller may read, and where to go on; no place where that was all. */
async function readPage(
  { database }: ApiContext,
  { service, ...asked }: Omit<DecisionsOptions, 'cursor'>,
  given: { before?: LogPlace; sight: Sight },
): Promise<{ kept: KeptDecision[]; next?: LogPlace }> {
  const filter = {
    ...asked,
    ...(service !== undefined && { entityRef: service.toLowerCase() }),
  };
  const kept: KeptDecision[] = [];
  let { before } = given;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const rows = await readDecisions(database, { filter, before, limit: PAGE });
    const readable = await given.sight.among(
      rows.map(({ decision }) => decision.entityRef),
    );
    for (const row of rows) {
      if (kept.length === PAGE) return { kept, next: before };
      before = row.place;
      if (readable.has(row.decision.entityRef)) kept.push(row);
    }
    if (rows.length < PAGE) return { kept };
  }
  return { kept, next: before };
}

function summarise(decision: KeptDecision['decision']): DecisionSummary {
  return pick(decision, [
    'id',
    'gate',
    'title',
    'entityRef',
    'point',
    'environment',
    'commit',
    'at',
    'outcome',
    'because',
    'breakGlass',
    'owner',
  ]);
}
