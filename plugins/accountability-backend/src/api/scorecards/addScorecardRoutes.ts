import { ApiContext } from '../ApiContext';
import { ApiRouter } from '../ApiRouter';
import { getScorecardServices } from './getScorecardServices';
import { getScorecards } from './getScorecards';
import { getStandings } from './getStandings';
import { sendServicesCsv } from './sendServicesCsv';
import { wantsCsv } from './wantsCsv';

/** Routes of scorecards with their services, and standings. */
export function addScorecardRoutes(
  router: ApiRouter,
  context: ApiContext,
): void {
  router.get('/scorecards', async (req, res) =>
    res.json(await getScorecards(context, req)),
  );
  router.get('/scorecards/:scorecard/services', async (req, res) => {
    if (wantsCsv(req)) await sendServicesCsv(context, req, res);
    else res.json(await getScorecardServices(context, req));
  });
  router.get('/standings', async (req, res) =>
    res.json(await getStandings(context, req)),
  );
}
