import { ApiContext } from '../ApiContext';
import { ApiRouter } from '../ApiRouter';
import { getExemption } from './getExemption';
import { getExemptions } from './getExemptions';
import { postExemption } from './postExemption';
import { postExemptionDecision } from './postExemptionDecision';
import { postExemptionRevocation } from './postExemptionRevocation';

/** Routes of exemptions. */
export function addExemptionRoutes(
  router: ApiRouter,
  context: ApiContext,
): void {
  router.get('/exemptions', async (req, res) =>
    res.json(await getExemptions(context, req)),
  );
  router.post('/exemptions', async (req, res) =>
    res.status(201).json(await postExemption(context, req)),
  );
  router.get('/exemptions/:id', async (req, res) =>
    res.json(await getExemption(context, req)),
  );
  router.post('/exemptions/:id/decision', async (req, res) =>
    res.json(await postExemptionDecision(context, req)),
  );
  router.post('/exemptions/:id/revocation', async (req, res) =>
    res.json(await postExemptionRevocation(context, req)),
  );
}
