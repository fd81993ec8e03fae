import { ApiContext } from '../ApiContext';
import { ApiRouter } from '../ApiRouter';

/** Routes of the policy in force and its faults. */
export function addPolicyRoutes(
  _router: ApiRouter,
  _context: ApiContext,
): void {}
