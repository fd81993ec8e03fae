import { ApiContext } from '../ApiContext';
import { ApiRouter } from '../ApiRouter';
import { getBacktest } from './getBacktest';
import { postBacktest } from './postBacktest';

/** Routes of backtests. */
export function addBacktestRoutes(
  router: ApiRouter,
  context: ApiContext,
): void {
  router.post('/backtests', async (req, res) =>
    res.status(202).json(await postBacktest(context, req)),
  );
  router.get('/backtests/:id', async (req, res) =>
    res.json(await getBacktest(context, req)),
  );
}
