import {
  FirstStep,
  policyReadPermission,
  PolicyStatusResponse,
} from 'backstage-plugin-accountability-common';
import { inForce } from './inForce';
import { untold } from './untold';

/** The location of what comes along with the backend. */
const SHIPPED = 'shipped';

/** Whether checks are in force, and policy comes from a place of one's own besides what comes along. */
export function policyStep(
  policy: Pick<PolicyStatusResponse, 'sources' | 'documents'>,
  may: boolean,
): FirstStep {
  if (!may) return untold('policy', policyReadPermission);
  const own = policy.sources.some(
    ({ location, files }) => location !== SHIPPED && files > 0,
  );
  const count = inForce(policy, 'Scorecard')
    .flatMap(({ rules }) => rules)
    .filter(({ state }) => state !== 'refused').length;
  const state = own && count > 0 ? 'done' : 'todo';
  return { step: 'policy', state, count };
}
