import { ApiContext } from '../ApiContext';
import { ApiRouter } from '../ApiRouter';

/** Routes of campaigns. */
export function addCampaignRoutes(
  _router: ApiRouter,
  _context: ApiContext,
): void {}
