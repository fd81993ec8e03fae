import { mostUnownedCounted } from 'backstage-plugin-accountability-common';
import { readReach } from '../../ownership';
import { ApiContext } from '../ApiContext';
import { ApiRouter } from '../ApiRouter';
import { ReadableServices } from '../ReadableServices';
import { KeptReach } from './KeptReach';
import { getFirstSteps } from './getFirstSteps';

/** The route of how far an installation is. */
export function addFirstStepRoutes(
  router: ApiRouter,
  context: ApiContext,
  readable: ReadableServices,
): void {
  const reach = new KeptReach({
    read: () => readReach(context.database, { most: mostUnownedCounted }),
    now: () => context.now(),
  });
  router.get('/first-steps', async (req, res) =>
    res.json(await getFirstSteps(context, { readable, reach }, req)),
  );
}
