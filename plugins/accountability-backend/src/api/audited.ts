import { JsonObject } from '@backstage/types';
import { Request } from 'express';
import { ApiContext } from './ApiContext';
import { CallerRequest } from './CallerRequest';
import { callerRef } from './callerRef';

/** Writes the audit event of a write: what was asked, by whom, and whether it went through. */
export async function audited<T>(
  context: Pick<ApiContext, 'auditor'>,
  given: { eventId: string; req: unknown; meta: JsonObject },
  write: () => Promise<T>,
): Promise<T> {
  const event = await context.auditor.createEvent({
    eventId: given.eventId,
    severityLevel: 'medium',
    ...whoAsked(given),
  });
  try {
    const answer = await write();
    await event.success();
    return answer;
  } catch (error) {
    await event.fail({
      error: error instanceof Error ? error : new Error('Unknown error'),
    });
    throw error;
  }
}

/** Without a request the auditor knows no actor but the plugin itself. */
function whoAsked({ req, meta }: { req: unknown; meta: JsonObject }) {
  return req instanceof CallerRequest
    ? { meta: { ...meta, onBehalfOf: callerRef(req.caller) } }
    : // The typed router narrows what the auditor does not look at.
      { request: req as Request, meta };
}
