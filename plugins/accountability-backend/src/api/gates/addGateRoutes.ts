import { ApiContext } from '../ApiContext';
import { ApiRouter } from '../ApiRouter';
import { getDecision } from './getDecision';
import { getDecisions } from './getDecisions';
import { getGates } from './getGates';
import { postDecision } from './postDecision';
import { postReview } from './postReview';

/** Routes of gates and their decisions. */
export function addGateRoutes(router: ApiRouter, context: ApiContext): void {
  router.get('/gates', async (req, res) =>
    res.json(await getGates(context, req)),
  );
  router.post('/gates/:gate/decisions', async (req, res) =>
    res.json(await postDecision(context, req)),
  );
  router.get('/decisions', async (req, res) =>
    res.json(await getDecisions(context, req)),
  );
  router.get('/decisions/:id', async (req, res) =>
    res.json(await getDecision(context, req)),
  );
  router.post('/decisions/:id/review', async (req, res) =>
    res.json(await postReview(context, req)),
  );
}
