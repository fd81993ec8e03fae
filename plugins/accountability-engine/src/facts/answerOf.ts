import { Attestation } from 'backstage-plugin-accountability-common';
import { FactContext } from './defineFact';
import { groupNow } from './ownerNow';

/** What the group that owns the service answered last since it does; what an earlier owner said is no answer. */
export function answerOf(
  context: Pick<FactContext, 'now' | 'service' | 'ownerAt' | 'attestations'>,
): Attestation | undefined {
  const owner = groupNow(context);
  if ('status' in owner) return undefined;
  return context.attestations.findLast(
    ({ owner: by, at }) => by === owner.group && at >= owner.since,
  );
}
