import { ApiContext } from '../ApiContext';
import { ApiRouter } from '../ApiRouter';
import { getDue } from './getDue';
import { getOnCall } from './getOnCall';

/** Routes of what a team has to do. */
export function addTeamRoutes(router: ApiRouter, context: ApiContext): void {
  router.get('/teams/:kind/:namespace/:name/due', async (req, res) =>
    res.json(await getDue(context, req)),
  );
  router.get('/teams/:kind/:namespace/:name/on-call', async (req, res) =>
    res.json(await getOnCall(context, req)),
  );
}
