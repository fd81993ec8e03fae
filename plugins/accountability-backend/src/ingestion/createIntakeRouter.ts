import {
  AuditorService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthenticationError, NotFoundError } from '@backstage/errors';
import { DeliveryResponse } from 'backstage-plugin-accountability-common';
import {
  DeliverySource,
  IncomingDelivery,
} from 'backstage-plugin-accountability-node';
import { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { KeyOf } from '../database/createKeyOf';
import { authenticateSender } from './authenticateSender';
import { genericSource } from './generic/genericSource';
import { SourceTally } from './health/SourceTally';
import { Inbox } from './inbox/Inbox';
import { IntakeLimits } from './limits/IntakeLimits';
import { TooManyDeliveriesError } from './limits/TooManyDeliveriesError';
import { IntakeGuard, createIntakeGuard } from './limits/createIntakeGuard';
import { readBody } from './readBody';
import { readDelivery } from './readDelivery';
import { refuseUnreadable } from './refuseUnreadable';

/** What the intake needs; `plugin.ts` hands it in. */
export interface IntakeOptions {
  /** Sources that modules added; the generic one is always there. */
  sources: readonly DeliverySource[];
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
  tally: SourceTally;
  logger: LoggerService;
  inbox: Inbox;
  limits: IntakeLimits;
  keyOf: KeyOf;
}

/**
 * `POST /deliveries/:source`: verifies a delivery over its raw bytes, reads
 * it, stores it with its verdict in the inbox, and acknowledges after the
 * commit. The route must be open to unauthenticated callers: each source
 * says how its senders prove themselves.
 */
export function createIntakeRouter(options: IntakeOptions): Router {
  const sources = indexSources([genericSource, ...options.sources]);
  const router = PromiseRouter();
  const guard = createIntakeGuard(options.limits);
  router.post('/deliveries/:source', async (req, res) => {
    const source = sources.get(req.params.source);
    if (!source) {
      throw new NotFoundError(
        `There is no source "${req.params.source}" that is on; on are: ${[
          ...sources.keys(),
        ].join(
          ', ',
        )}. A source is on once its module is added and accountability.sources.<source>.secrets names a secret; what is missing stands in the log of the start`,
      );
    }
    const caller =
      source.authentication === 'service'
        ? await authenticateSender(req, options)
        : undefined;
    await limited(guard, { ...options, source: source.id, caller, req, res });
    const answer = await audited({ ...options, source, req }, () =>
      takeDelivery({ ...options, source, req, res }),
    );
    res.status(202).json(answer);
  });
  return router;
}

/** Nothing is read, audited or logged one by one of what comes too fast: it is counted. */
async function limited(
  guard: IntakeGuard,
  given: {
    source: string;
    caller?: string;
    tally: SourceTally;
    req: Request;
    res: Response;
  },
): Promise<void> {
  const { source, caller, tally, req, res } = given;
  try {
    await guard(req, res, { source, caller });
  } catch (error) {
    if (error instanceof TooManyDeliveriesError) {
      tally.countLimited(source, Date.now());
    }
    throw error;
  }
}

function indexSources(
  sources: readonly DeliverySource[],
): Map<string, DeliverySource> {
  const byId = new Map<string, DeliverySource>();
  for (const source of sources) {
    const known = byId.get(source.id);
    if (known && known !== source) {
      throw new Error(`Two modules add a source with the id "${source.id}"`);
    }
    byId.set(source.id, source);
  }
  return byId;
}

async function takeDelivery(given: {
  source: DeliverySource;
  req: Request;
  res: Response;
  inbox: Inbox;
  tally: SourceTally;
  logger: LoggerService;
  keyOf: KeyOf;
}): Promise<DeliveryResponse> {
  const { source, req, res, inbox, tally, logger } = given;
  const body = await readBody(req, res, source.maxBodyBytes);
  const incoming: IncomingDelivery = {
    headers: headersOf(req),
    body,
    receivedAt: Date.now(),
  };
  if (source.authentication === 'signature') {
    const verification = source.verify(incoming);
    if (!verification.ok) {
      tally.countRefusal(source.id, {
        at: incoming.receivedAt,
        because: verification.because,
      });
      logger.warn(
        `A delivery for ${source.id} was refused: ${verification.because}`,
      );
      throw new AuthenticationError(verification.because);
    }
  }
  const delivery = readDelivery(source, incoming, given.keyOf);
  if (source.authentication === 'service') refuseUnreadable(delivery.collected);
  return inbox.take(delivery);
}

/** Headers, and the query beside them: senders that cannot set the one can set the other. */
function headersOf(req: Request): IncomingDelivery['headers'] {
  const query = Object.entries(req.query).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [[`x-accountability-${name.toLowerCase()}`, value]]
      : [],
  );
  const headers = Object.entries(req.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(',') : value,
  ]);
  return Object.fromEntries([...query, ...headers]);
}

/** A signed delivery has no Backstage principal, and the auditor asks any request it is given for one. */
async function audited(
  given: { auditor: AuditorService; source: DeliverySource; req: Request },
  take: () => Promise<DeliveryResponse>,
): Promise<DeliveryResponse> {
  const { auditor, source, req } = given;
  const event = await auditor.createEvent({
    eventId: 'delivery-create',
    severityLevel: 'low',
    request: source.authentication === 'service' ? req : undefined,
    meta: { source: source.id },
  });
  try {
    const answer = await take();
    const { id, verdict, duplicate } = answer;
    await event.success({
      meta: { source: source.id, id, verdict: verdict.status, duplicate },
    });
    return answer;
  } catch (error) {
    await event.fail({
      error: error instanceof Error ? error : new Error('Unknown error'),
    });
    throw error;
  }
}
