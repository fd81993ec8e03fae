import { ApiContext } from '../ApiContext';
import { ApiRouter } from '../ApiRouter';

/** Routes of gates and their decisions. */
export function addGateRoutes(_router: ApiRouter, _context: ApiContext): void {}
