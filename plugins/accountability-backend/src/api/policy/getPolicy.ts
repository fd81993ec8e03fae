import {
  PolicyStatusResponse,
  policyReadPermission,
} from 'backstage-plugin-accountability-common';
import { ApiContext } from '../ApiContext';
import { authorize } from '../authorize';

/** `GET /policy`: what is in force, where it comes from, what is at fault, and how many services are behind it. */
export async function getPolicy(
  context: ApiContext,
  req: object,
): Promise<PolicyStatusResponse> {
  await authorize(context, req, policyReadPermission);
  return context.policy.status();
}
