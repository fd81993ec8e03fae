import { NotFoundError } from '@backstage/errors';
import { KeptDecision, readDecision } from '../../gates';
import { ApiContext } from '../ApiContext';
import { Caller } from '../authorize';
import { sightOf } from '../sightOf';

/** A decision of a service that the caller may read; throws 404 where there is none: a stranger cannot tell absent from hidden. */
export async function findDecision(
  context: ApiContext,
  id: string,
  credentials: Caller,
): Promise<KeptDecision> {
  const kept = await readDecision(context.database, id.toLowerCase());
  if (kept) {
    const { entityRef } = kept.decision;
    const sight = await sightOf(context, credentials);
    if ((await sight.among([entityRef])).has(entityRef)) return kept;
  }
  throw new NotFoundError(
    `There is no decision ${id} of a service that you may read; they are kept for a limited time`,
  );
}
