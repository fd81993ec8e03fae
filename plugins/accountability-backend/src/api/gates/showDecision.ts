import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  DecisionResponse,
  gateBreakGlassPermission,
} from 'backstage-plugin-accountability-common';
import { KeptDecision } from '../../gates';
import { ApiContext } from '../ApiContext';
import { Caller } from '../authorize';
import { whyNotReview } from './whyNotReview';

/** A decision, and whether the caller may review it. */
export async function showDecision(
  context: Pick<ApiContext, 'permissions'>,
  kept: KeptDecision,
  credentials: Caller,
): Promise<DecisionResponse> {
  return {
    decision: kept.decision,
    mayReview:
      whyNotReview(kept, credentials) === undefined &&
      (await isAllowed(context, credentials)),
  };
}

async function isAllowed(
  { permissions }: Pick<ApiContext, 'permissions'>,
  credentials: Caller,
): Promise<boolean> {
  const [decision] = await permissions.authorize(
    [{ permission: gateBreakGlassPermission }],
    { credentials },
  );
  return decision.result === AuthorizeResult.ALLOW;
}
