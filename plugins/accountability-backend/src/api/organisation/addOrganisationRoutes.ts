import { ApiContext } from '../ApiContext';
import { ApiRouter } from '../ApiRouter';
import { KeptViews } from './KeptViews';
import { ReadableServices } from '../ReadableServices';
import { ComingReader } from './ComingReader';
import { getOrganisation } from './getOrganisation';
import { getOrganisationServices } from './getOrganisationServices';

/** Routes of the whole organisation. */
export function addOrganisationRoutes(
  router: ApiRouter,
  context: ApiContext,
  readable: ReadableServices,
): void {
  const views = new KeptViews();
  router.get('/organisation', async (req, res) =>
    res.json(await getOrganisation(context, { readable, views }, req)),
  );
  router.get('/organisation/services', async (req, res) =>
    res.json(await getOrganisationServices(context, readable, req)),
  );
  const coming = new ComingReader(context, readable);
  router.get('/organisation/coming', async (req, res) =>
    res.json(await coming.answer(req)),
  );
}
