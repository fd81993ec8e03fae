import { ApiContext } from '../ApiContext';
import { ApiRouter } from '../ApiRouter';
import { ReadableServices } from '../ReadableServices';
import { getFirstSteps } from './getFirstSteps';

/** The route of how far an installation is. */
export function addFirstStepRoutes(
  router: ApiRouter,
  context: ApiContext,
  readable: ReadableServices,
): void {
  router.get('/first-steps', async (req, res) =>
    res.json(await getFirstSteps(context, readable, req)),
  );
}
