import { ApiContext } from '../ApiContext';
import { ApiRouter } from '../ApiRouter';

/** Routes of backtests. */
export function addBacktestRoutes(
  _router: ApiRouter,
  _context: ApiContext,
): void {}
