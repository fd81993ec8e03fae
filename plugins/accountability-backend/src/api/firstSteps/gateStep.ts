import {
  decisionReadPermission,
  FirstStep,
  PolicyStatusResponse,
} from 'backstage-plugin-accountability-common';
import { inForce } from './inForce';
import { untold } from './untold';

/** Whether a gate was ever asked, as far as the log goes back, and when last. */
export function gateStep(given: {
  policy: Pick<PolicyStatusResponse, 'documents'>;
  /** Epoch milliseconds; absent where no decision is in the log. */
  askedAt?: number;
  may: boolean;
}): FirstStep {
  const { policy, askedAt, may } = given;
  if (!may) return untold('gate', decisionReadPermission);
  return {
    ...{ step: 'gate', state: askedAt === undefined ? 'todo' : 'done' },
    count: inForce(policy, 'Gate').length,
    ...(askedAt !== undefined && { at: askedAt }),
  };
}
