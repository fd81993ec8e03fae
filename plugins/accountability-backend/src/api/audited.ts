import { JsonObject } from '@backstage/types';
import { Request } from 'express';
import { ApiContext } from './ApiContext';

/** Writes the audit event of a write: what was asked, by whom, and whether it went through. */
export async function audited<T>(
  context: Pick<ApiContext, 'auditor'>,
  given: { eventId: string; req: unknown; meta: JsonObject },
  write: () => Promise<T>,
): Promise<T> {
  const event = await context.auditor.createEvent({
    eventId: given.eventId,
    severityLevel: 'medium',
    // The typed router narrows what the auditor does not look at.
    request: given.req as Request,
    meta: given.meta,
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
