import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  DecisionResponse,
  gateBreakGlassPermission,
  ReviewRequest,
} from 'backstage-plugin-accountability-common';
import { reviewDecision } from '../../gates';
import { ApiContext } from '../ApiContext';
import { audited } from '../audited';
import { authorize } from '../authorize';
import { callerRef } from '../callerRef';
import { readReason } from '../incidents/readReason';
import { findDecision } from './findDecision';
import { showDecision } from './showDecision';
import { whyNotReview } from './whyNotReview';

interface Req {
  params: { id: string };
  body: ReviewRequest;
}

/** `POST /decisions/:id/review`: somebody looked at who went past a gate, and why. */
export async function postReview(
  context: ApiContext,
  req: Req,
): Promise<DecisionResponse> {
  const meta = { decision: req.params.id };
  return audited(context, { eventId: 'decision-review', req, meta }, () =>
    review(context, req),
  );
}

async function review(
  context: ApiContext,
  req: Req,
): Promise<DecisionResponse> {
  const credentials = await authorize(context, req, gateBreakGlassPermission);
  const { id } = req.params;
  const kept = await findDecision(context, id, credentials);
  const why = whyNotReview(kept, credentials);
  if (why?.fault === 'not-yours') throw new NotAllowedError(why.because);
  if (why) throw new ConflictError(why.because);
  const isFirst = await reviewDecision(context.database, {
    id: kept.decision.id,
    at: context.now(),
    by: callerRef(credentials),
    remarks: readReason(req.body.remarks, 10, 'remarks'),
  });
  if (!isFirst) {
    throw new ConflictError(
      'This decision was reviewed just now by somebody else; see the remarks',
    );
  }
  const reviewed = await findDecision(context, id, credentials);
  return showDecision(context, reviewed, credentials);
}
