import { ApiContext } from '../ApiContext';
import { ApiRouter } from '../ApiRouter';

/** Routes of scorecards with their services, and standings. */
export function addScorecardRoutes(
  _router: ApiRouter,
  _context: ApiContext,
): void {}
