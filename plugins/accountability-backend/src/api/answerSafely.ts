import { LoggerService } from '@backstage/backend-plugin-api';
import { RequestHandler, Router } from 'express';
import { hideFault } from './hideFault';

const headers = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy':
    "default-src 'none'; frame-ancestors 'none'; sandbox",
};

/**
 * Routes as one whose answers no browser takes for a page, whatever titles
 * and reasons are in them, and whose faults tell nothing of our inside.
 * Backstage's own headers of the kind can be switched off; these cannot.
 */
export function answerSafely(
  logger: LoggerService,
  routes: readonly RequestHandler[],
): RequestHandler {
  const router = Router().use(...routes);
  return (req, res, next) => {
    res.set(headers);
    router(req, res, (error?: unknown) =>
      error === undefined ? next() : next(hideFault(error, logger)),
    );
  };
}
