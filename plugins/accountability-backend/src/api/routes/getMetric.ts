import { NotFoundError } from '@backstage/errors';
import {
  MetricResponse,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { benchmarksOf } from 'backstage-plugin-accountability-engine';
import { ApiContext } from '../ApiContext';
import { authorize } from '../authorize';
import { EntityPath } from '../endpoints';
import { findService } from '../findService';
import { parsePastInstant } from '../parseInstant';
import { readWindow } from '../readWindow';
import { hideInFact } from '../sight/hideInFact';
import { namesIn } from '../sight/namesIn';
import { readRecordSight } from '../sight/readRecordSight';

/** `GET /services/…/metrics/:fact`: a fact over one window and environment, with its past and the values behind it. */
export async function getMetric(
  context: ApiContext,
  req: {
    params: EntityPath & { fact: string };
    query: { window?: number; environment?: string; at?: string };
  },
): Promise<MetricResponse> {
  const credentials = await authorize(context, req, scorecardReadPermission);
  const { environment = 'production' } = req.query;
  const windowDays = readWindow(req.query.window);
  const now = context.now();
  const at =
    req.query.at === undefined
      ? now
      : parsePastInstant('at', req.query.at, now);
  const file = await findService(context, req.params, credentials);
  const metric = await context.past.readMetric({
    file,
    fact: req.params.fact,
    at,
    windowDays,
    environment,
  });
  if (!metric) {
    throw new NotFoundError(
      `There is no fact "${req.params.fact}"; the scorecard of the service lists all facts`,
    );
  }
  const { fact, current, values, ...measured } = metric;
  const names = namesIn({ facts: [current] });
  names.records.push(...values.map(({ record }) => record));
  const { entityRef } = file.summary;
  const sight = await readRecordSight(
    context,
    { entityRef, ...names },
    credentials,
  );
  return {
    service: file.summary,
    question: fact.question,
    definition: fact.source,
    ladder: fact.ladder,
    gaming: fact.gaming,
    ownWindowDays: fact.windowDays,
    environment,
    asOf: at,
    ...measured,
    current: hideInFact(current, sight),
    values: values.filter(({ record }) => sight.record(record)),
    benchmarks: benchmarksOf(current),
  };
}
