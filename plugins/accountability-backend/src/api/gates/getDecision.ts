import {
  decisionReadPermission,
  DecisionResponse,
} from 'backstage-plugin-accountability-common';
import { ApiContext } from '../ApiContext';
import { authorize } from '../authorize';
import { findDecision } from './findDecision';
import { showDecision } from './showDecision';

/** `GET /decisions/:id`: a decision with everything it stands on. */
export async function getDecision(
  context: ApiContext,
  req: { params: { id: string } },
): Promise<DecisionResponse> {
  const credentials = await authorize(context, req, decisionReadPermission);
  const kept = await findDecision(context, req.params.id, credentials);
  return showDecision(context, kept, credentials);
}
