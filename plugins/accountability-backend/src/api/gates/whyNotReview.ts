import { KeptDecision } from '../../gates';
import { Caller } from '../authorize';

/** Why a caller, who holds the permission, cannot review a decision. */
export interface NotToReview {
  fault: 'nothing-to-review' | 'not-yours';
  /** What is in the way, and what to do. */
  because: string;
}

/** Why a caller cannot review a decision; undefined where they can. */
export function whyNotReview(
  { decision: { breakGlass }, by }: KeptDecision,
  { principal }: Caller,
): NotToReview | undefined {
  if (!breakGlass) {
    const because =
      'Nobody went past the gate with this decision, so that there is nothing to review';
    return { fault: 'nothing-to-review', because };
  }
  if (breakGlass.reviewed) {
    const because = 'This decision was reviewed already; see its remarks';
    return { fault: 'nothing-to-review', because };
  }
  if (principal.type !== 'user') {
    const because = 'Only a person can review who went past a gate';
    return { fault: 'not-yours', because };
  }
  if (principal.userEntityRef === by) {
    const because =
      'Somebody else than who went past the gate has to review it; ask a member of the team that owns the gate';
    return { fault: 'not-yours', because };
  }
  return undefined;
}
