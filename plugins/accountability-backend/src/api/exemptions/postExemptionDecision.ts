import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  Exemption,
  ExemptionDecisionRequest,
  exemptionDecidePermission,
  ExemptionEntry,
} from 'backstage-plugin-accountability-common';
import { decideExemption, whyNotGranted } from '../../governance';
import { ApiContext } from '../ApiContext';
import { audited } from '../audited';
import { Caller, authorize } from '../authorize';
import { callerRef } from '../callerRef';
import { readReason } from '../incidents/readReason';
import { exemptableCheck } from './exemptableCheck';
import { findVisibleExemption } from './findVisibleExemption';
import { keepSettled } from './keepSettled';
import { showExemptions } from './showExemptions';

const LEAST_REASON = 3;

interface Req {
  params: { id: string };
  body: ExemptionDecisionRequest;
}

/** `POST /exemptions/:id/decision`: somebody else than who asked approves or denies. */
export async function postExemptionDecision(
  context: ApiContext,
  req: Req,
): Promise<ExemptionEntry> {
  const meta = { id: req.params.id, verdict: req.body.verdict };
  return audited(context, { eventId: 'exemption-decide', req, meta }, () =>
    decide(context, req),
  );
}

async function decide(context: ApiContext, req: Req): Promise<ExemptionEntry> {
  const credentials = await authorize(context, req, exemptionDecidePermission);
  const { verdict, reason } = req.body;
  const { id } = req.params;
  const exemption = await findVisibleExemption(context, id, credentials);
  refuseOwn(exemption, credentials);
  if (verdict === 'approved') await refuseUnfit(context, exemption);
  const kept = await keepSettled(context, trx =>
    decideExemption(trx, {
      id,
      verdict,
      by: callerRef(credentials),
      at: context.now(),
      ...(reason?.trim() && { reason: readReason(reason, LEAST_REASON) }),
    }),
  );
  const at = kept.decision?.at ?? context.now();
  const [entry] = await showExemptions(context, [kept], { credentials, at });
  return entry;
}

/** Two pairs of eyes, both a person's: a machine holds every permission, and anybody may use it. */
function refuseOwn({ requestedBy }: Exemption, credentials: Caller): void {
  if (credentials.principal.type !== 'user') {
    throw new NotAllowedError(
      'Only a person can approve or deny an exemption; a machine can ask for one, and have somebody decide',
    );
  }
  if (callerRef(credentials) === requestedBy) {
    throw new NotAllowedError(
      'You asked for this exemption, so that somebody else has to decide on it; you can withdraw it',
    );
  }
}

/** Policy may have changed since somebody asked; throws 409 where it may not be granted any more. */
async function refuseUnfit(
  context: ApiContext,
  exemption: Exemption,
): Promise<void> {
  const check = exemptableCheck(await context.policy.current(), exemption);
  if (!check) {
    throw new ConflictError(
      `No scorecard in force has the check ${exemption.scorecard}/${exemption.check} any more; deny the request`,
    );
  }
  const why = whyNotGranted(exemption, check, context.exemptions);
  if (why !== undefined) throw new ConflictError(`${why}; deny the request`);
}
