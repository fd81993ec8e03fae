import { InputError, NotFoundError } from '@backstage/errors';
import {
  RevisionsResponse,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { readRetoldDays } from '../../assessment';
import { dayOf } from '../../database/dayOf';
import { ApiContext } from '../ApiContext';
import { authorize } from '../authorize';
import { EntityPath } from '../endpoints';
import { findService } from '../findService';
import { parseInstant, parsePastInstant } from '../parseInstant';

const DAY = 86_400_000;
const DEFAULT_DAYS = 90;
const MOST_DAYS = 400;

type Query = { from?: string; to?: string; at?: string };

/** `GET /services/…/facts/:fact/revisions`: closed days of a fact whose value was replaced, with what they said before. */
export async function getRevisions(
  context: ApiContext,
  req: { params: EntityPath & { fact: string }; query: Query },
): Promise<RevisionsResponse> {
  const credentials = await authorize(context, req, scorecardReadPermission);
  const now = context.now();
  const at =
    req.query.at === undefined
      ? undefined
      : parsePastInstant('at', req.query.at, now);
  const window = parseDays(req.query, at ?? now);
  const { summary } = await findService(context, req.params, credentials);
  const { fact } = req.params;
  const retold = await readRetoldDays(context.database, {
    entityRef: summary.entityRef,
    fact,
    ...window,
    at,
  });
  if (!retold) {
    throw new NotFoundError(
      `No day of a fact "${fact}" is kept of ${summary.entityRef}; its scorecard lists all facts`,
    );
  }
  return { service: summary, fact, ...window, ...retold };
}

function parseDays(query: Query, end: number): { from: string; to: string } {
  const to = query.to === undefined ? end : parseInstant('to', query.to);
  const from =
    query.from === undefined
      ? to - DEFAULT_DAYS * DAY
      : parseInstant('from', query.from);
  if (from > to) {
    throw new InputError('from must not lie after to; swap the two');
  }
  if (to - from > MOST_DAYS * DAY) {
    throw new InputError(
      `from and to lie more than ${MOST_DAYS} days apart; ask for less at once`,
    );
  }
  return { from: dayOf(from), to: dayOf(to) };
}
