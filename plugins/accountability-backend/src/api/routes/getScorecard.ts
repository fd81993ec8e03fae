import {
  ScorecardResponse,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { readScorecard, readTrends } from '../../assessment';
import { ApiContext } from '../ApiContext';
import { authorize } from '../authorize';
import { EntityPath } from '../endpoints';
import { findEntityRef } from '../findEntityRef';
import { missingService } from '../missingService';
import { parsePastInstant } from '../parseInstant';
import { hideInFact } from '../sight/hideInFact';
import { hideInLink } from '../sight/hideInLink';
import { namesIn } from '../sight/namesIn';
import { readRecordSight } from '../sight/readRecordSight';

/** `GET /services/…/scorecard`: where a service stands now, or stood at a past instant. */
export async function getScorecard(
  context: ApiContext,
  req: { params: EntityPath; query: { at?: string } },
): Promise<ScorecardResponse> {
  const credentials = await authorize(context, req, scorecardReadPermission);
  const { at } = req.query;
  const now = context.now();
  const instant =
    at === undefined ? undefined : parsePastInstant('at', at, now);
  const entityRef = await findEntityRef(context, req.params, credentials);
  const answer =
    instant === undefined
      ? await readNow(context, entityRef, now)
      : await readPast(context, entityRef, instant);
  if (!answer) throw missingService(context, entityRef);
  const { assessment } = answer;
  const { attributions: links, facts } = assessment;
  const sight = await readRecordSight(
    context,
    { entityRef, ...namesIn({ links, facts }) },
    credentials,
  );
  return {
    ...answer,
    assessment: {
      ...assessment,
      facts: facts.map(fact => hideInFact(fact, sight)),
      attributions: links.map(link => hideInLink(link, sight)),
    },
  };
}

async function readNow(
  context: ApiContext,
  entityRef: string,
  now: number,
): Promise<ScorecardResponse | undefined> {
  const stored = await readScorecard(context.database, { entityRef, now });
  if (!stored) return undefined;
  const { assessment } = stored;
  if (!assessment) {
    // Seen for the first time a moment ago: what its first assessment will say.
    const answer = await readPast(context, entityRef, now);
    return answer && { ...answer, recomputed: false };
  }
  return {
    ...stored,
    assessment,
    asOf: assessment.at,
    recomputed: false,
    policyInForce: true,
  };
}

async function readPast(
  context: ApiContext,
  entityRef: string,
  at: number,
): Promise<ScorecardResponse | undefined> {
  const past = await context.past.assessAt({ entityRef, at });
  if (!past) return undefined;
  const { file, ...answer } = past;
  return {
    ...answer,
    service: file.summary,
    spans: file.spans,
    asOf: at,
    recomputed: true,
    trends: await readTrends(context.database, { entityRef, until: at }),
  };
}
