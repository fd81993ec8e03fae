import { Request, RequestHandler, Response } from 'express';
import {
  MemoryStore,
  Options,
  ipKeyGenerator,
  rateLimit,
} from 'express-rate-limit';
import { IntakeLimits } from './IntakeLimits';
import { TooManyDeliveriesError } from './TooManyDeliveriesError';

const MINUTE_MS = 60_000;

/** Answers that say that a request was not from a sender, or that it was no delivery. */
const NOT_TAKEN = [400, 401, 413];

/** Lets a request pass whose body is not read yet, or throws a `TooManyDeliveriesError` with `Retry-After` set. */
export type IntakeGuard = (
  req: Request,
  res: Response,
  sender: { source: string; caller?: string },
) => Promise<void>;

/**
 * Counts what was taken by source and caller, apart from what was refused,
 * by source and address: who has no secret uses up nothing of the limit of
 * who has. A request under way counts until it is answered.
 */
export function createIntakeGuard(
  limits: IntakeLimits,
  options: { windowMs?: number } = {},
): IntakeGuard {
  const senders = new WeakMap<Request, string>();
  const addresses = new WeakMap<Request, string>();
  const shared = { windowMs: MINUTE_MS, ...options };
  const refused = limitBy(addresses, {
    ...shared,
    limit: limits.refusedPerMinute,
    skipSuccessfulRequests: true,
    requestWasSuccessful: (_, { statusCode }) =>
      !NOT_TAKEN.includes(statusCode),
    skip: req => !addresses.has(req),
  });
  const taken = limitBy(senders, {
    ...shared,
    limit: limits.perMinute,
    skipFailedRequests: true,
  });
  return async (req, res, { source, caller }) => {
    senders.set(req, JSON.stringify([source, caller]));
    const address = caller === undefined ? addressOf(req, limits) : undefined;
    if (address) addresses.set(req, JSON.stringify([source, address]));
    await run(refused, req, res);
    await run(taken, req, res);
  };
}

/** Says nothing of the limit but to who is over it: how much a source sends is no stranger's business. */
function limitBy(
  keys: WeakMap<Request, string>,
  options: Partial<Options> & { limit: number },
): RequestHandler {
  const store = new MemoryStore();
  const keyOf = (req: Request) => keys.get(req) ?? '';
  return rateLimit({
    ...options,
    store,
    legacyHeaders: false,
    validate: false,
    keyGenerator: keyOf,
    handler: async (req, res, next) => {
      const until = (await store.get(keyOf(req)))?.resetTime?.getTime();
      const leftMs = (until ?? 0) - Date.now();
      const seconds = Math.max(1, Math.ceil(leftMs / 1000));
      res.setHeader('Retry-After', seconds);
      next(
        new TooManyDeliveriesError(
          `More than ${options.limit} deliveries came within a minute, the most that is taken; send this one again in ${seconds} s`,
        ),
      );
    },
  });
}

function run(
  handler: RequestHandler,
  req: Request,
  res: Response,
): Promise<void> {
  return new Promise((resolve, reject) => {
    handler(req, res, error => (error ? reject(error) : resolve()));
  });
}

/** Undefined where it may be that of a proxy: whoever shares it would share the limit. */
function addressOf(
  req: Request,
  { knowsAddresses }: IntakeLimits,
): string | undefined {
  const { headers, ip } = req;
  const isForwarded = Boolean(headers['x-forwarded-for'] ?? headers.forwarded);
  return ip && (knowsAddresses || !isForwarded)
    ? ipKeyGenerator(ip)
    : undefined;
}
