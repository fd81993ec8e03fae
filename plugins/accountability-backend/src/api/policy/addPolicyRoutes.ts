import { ApiContext } from '../ApiContext';
import { ApiRouter } from '../ApiRouter';
import { getPolicy } from './getPolicy';

/** Routes of the policy in force and its faults. */
export function addPolicyRoutes(router: ApiRouter, context: ApiContext): void {
  router.get('/policy', async (req, res) =>
    res.json(await getPolicy(context, req)),
  );
}
