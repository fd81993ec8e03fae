import {
  ScorecardsResponse,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { countScored } from '../../assessment';
import { ApiContext } from '../ApiContext';
import { authorize } from '../authorize';
import { scorecardsInForce } from './scorecardsInForce';
import { summarize } from './summarize';
import { visibleServices } from './visibleServices';

/** `GET /scorecards`: the scorecards in force, each with the number of services that the caller may read. */
export async function getScorecards(
  context: ApiContext,
  req: object,
): Promise<ScorecardsResponse> {
  const credentials = await authorize(context, req, scorecardReadPermission);
  const now = context.now();
  const visible = await visibleServices(context, credentials);
  const counts = await countScored(context.database, { visible });
  const scorecards = scorecardsInForce(await context.policy.current(), now);
  return {
    asOf: now,
    scorecards: scorecards.map(scorecard =>
      summarize(scorecard, { services: counts.get(scorecard.name) ?? 0, now }),
    ),
  };
}
