import { ApiContext } from '../ApiContext';
import { ApiRouter } from '../ApiRouter';

/** Routes of exemptions. */
export function addExemptionRoutes(
  _router: ApiRouter,
  _context: ApiContext,
): void {}
