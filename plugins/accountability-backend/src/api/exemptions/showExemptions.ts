import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  endsSoonAt,
  Exemption,
  exemptionCreatePermission,
  exemptionDecidePermission,
  ExemptionEntry,
  exemptionStateAt,
  ExemptionState,
} from 'backstage-plugin-accountability-common';
import { ApiContext } from '../ApiContext';
import { Caller } from '../authorize';
import { callerRef } from '../callerRef';
import { exemptableCheck } from './exemptableCheck';

/** What a caller may do with exemptions. */
interface Rights {
  caller: string;
  isPerson: boolean;
  asks: boolean;
  decides: boolean;
}

/** Exemptions with what holds of them at an instant, and what the caller may do with each. */
export async function showExemptions(
  context: Pick<ApiContext, 'permissions' | 'policy'>,
  exemptions: readonly Exemption[],
  given: { credentials: Caller; at: number },
): Promise<ExemptionEntry[]> {
  const policy = await context.policy.current();
  const rights = await rightsOf(context, given.credentials);
  return exemptions.map(exemption => {
    const check = exemptableCheck(policy, exemption);
    const state = exemptionStateAt(exemption, given.at);
    return {
      ...exemption,
      state,
      ...(check && { checkTitle: check.title, severity: check.severity }),
      expiringSoon: endsSoonAt(exemption, given.at),
      mayDecide: mayDecide(exemption, { state, rights }),
      mayRevoke: mayRevoke(exemption, { state, rights }),
    };
  });
}

async function rightsOf(
  { permissions }: Pick<ApiContext, 'permissions'>,
  credentials: Caller,
): Promise<Rights> {
  const [asks, decides] = await permissions.authorize(
    [
      { permission: exemptionCreatePermission },
      { permission: exemptionDecidePermission },
    ],
    { credentials },
  );
  return {
    caller: callerRef(credentials),
    isPerson: credentials.principal.type === 'user',
    asks: asks.result === AuthorizeResult.ALLOW,
    decides: decides.result === AuthorizeResult.ALLOW,
  };
}

function mayDecide(
  { requestedBy }: Exemption,
  { state, rights }: { state: ExemptionState; rights: Rights },
): boolean {
  const { caller, isPerson, decides } = rights;
  return state === 'pending' && isPerson && decides && caller !== requestedBy;
}

function mayRevoke(
  { requestedBy }: Exemption,
  { state, rights }: { state: ExemptionState; rights: Rights },
): boolean {
  const { caller, asks, decides } = rights;
  if (caller === requestedBy) {
    return asks && (state === 'pending' || state === 'approved');
  }
  return decides && state === 'approved';
}
