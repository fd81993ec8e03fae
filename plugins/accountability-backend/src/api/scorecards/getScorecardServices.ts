import { ScorecardServicesResponse } from 'backstage-plugin-accountability-common';
import { z } from 'zod';
import {
  ScorecardPlace,
  ScorecardSort,
  countScored,
  readScorecardCounts,
  readScorecardServices,
} from '../../assessment';
import { ApiContext } from '../ApiContext';
import { readCursor, writeCursor } from '../cursor';
import { ServicesRequest, askedServices } from './askedServices';
import { summarize } from './summarize';

const PAGE = 100;
const text = z.string();
const placeAfter = <T extends ScorecardPlace>(
  sort: ScorecardSort,
  after: z.ZodType<T>,
) => z.strictObject({ sort: z.literal(sort), after });
/** A page goes on in the order it began in. */
const places: Record<ScorecardSort, z.ZodType<{ after: ScorecardPlace }>> = {
  name: placeAfter('name', z.tuple([text, text])),
  level: placeAfter('level', z.tuple([z.int(), text, text])),
  owner: placeAfter('owner', z.tuple([text, text, text])),
};

/** `GET /scorecards/:scorecard/services`: a page of services with their results, and sums over all pages. */
export async function getScorecardServices(
  context: ApiContext,
  req: ServicesRequest,
): Promise<ScorecardServicesResponse> {
  const asked = await askedServices(context, req);
  const { scope, sort, now } = asked;
  const { services, nextAfter } = await readScorecardServices(
    context.database,
    {
      ...scope,
      sort,
      after: readCursor(places[sort], req.query.cursor)?.after,
      limit: PAGE,
    },
  );
  const sums = await readScorecardCounts(context.database, scope);
  const all = await countScored(context.database, scope);
  return {
    asOf: now,
    scorecard: summarize(asked.scorecard, {
      services: all.get(scope.scorecard) ?? 0,
      now,
    }),
    services,
    ...sums,
    ...(nextAfter && { nextCursor: writeCursor({ sort, after: nextAfter }) }),
  };
}
