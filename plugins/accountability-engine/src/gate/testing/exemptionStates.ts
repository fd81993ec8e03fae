import {
  Exemption,
  ExemptionState,
} from 'backstage-plugin-accountability-common';
import { gateNow as now } from './gateKit';

const revoked = (at: number) => ({ revoked: { by: 'user:default/raj', at } });
const decided = (verdict: 'approved' | 'denied', at: number) => ({
  decision: { verdict, by: 'user:default/raj', at },
});

/** Exemptions by their state, and whether they hold at the gate. */
export const exemptionStates: Record<
  string,
  {
    given?: Partial<Exemption>;
    state?: ExemptionState;
    holds: boolean;
    /** Where it holds at some gates alone, scorecards know nothing of it. */
    atGatesOnly?: true;
  }
> = {
  none: { holds: false },
  pending: { given: { decision: undefined }, state: 'pending', holds: false },
  approved: { given: {}, state: 'approved', holds: true },
  'approved now': {
    given: decided('approved', now),
    state: 'approved',
    holds: true,
  },
  'approved in a moment': {
    given: decided('approved', now + 1),
    state: 'pending',
    holds: false,
  },
  denied: { given: decided('denied', now - 1), state: 'denied', holds: false },
  revoked: { given: revoked(now - 1), state: 'revoked', holds: false },
  'revoked now': { given: revoked(now), state: 'revoked', holds: false },
  'revoked in a moment': {
    given: revoked(now + 1),
    state: 'approved',
    holds: true,
  },
  expired: { given: { expiresAt: now - 1 }, state: 'expired', holds: false },
  'ends now': { given: { expiresAt: now }, state: 'expired', holds: false },
  'ends in a moment': {
    given: { expiresAt: now + 1 },
    state: 'approved',
    holds: true,
  },
  'approved for this point': {
    given: { points: ['deploy'] },
    state: 'approved',
    holds: true,
    atGatesOnly: true,
  },
  'approved for another point': {
    given: { points: ['pr', 'cli'] },
    state: 'approved',
    holds: false,
    atGatesOnly: true,
  },
};
