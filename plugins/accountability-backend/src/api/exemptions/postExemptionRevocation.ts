import {
  exemptionCreatePermission,
  exemptionDecidePermission,
  ExemptionEntry,
  RevocationRequest,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { revokeExemption } from '../../governance';
import { ApiContext } from '../ApiContext';
import { audited } from '../audited';
import { authorize } from '../authorize';
import { callerRef } from '../callerRef';
import { readReason } from '../incidents/readReason';
import { findVisibleExemption } from './findVisibleExemption';
import { keepSettled } from './keepSettled';
import { showExemptions } from './showExemptions';

const LEAST_REASON = 3;

interface Req {
  params: { id: string };
  body: RevocationRequest;
}

/** `POST /exemptions/:id/revocation`: ends an exemption, or withdraws one's own request. */
export async function postExemptionRevocation(
  context: ApiContext,
  req: Req,
): Promise<ExemptionEntry> {
  const meta = { id: req.params.id };
  return audited(context, { eventId: 'exemption-revoke', req, meta }, () =>
    revoke(context, req),
  );
}

async function revoke(context: ApiContext, req: Req): Promise<ExemptionEntry> {
  const credentials = await authorize(context, req, scorecardReadPermission);
  const by = callerRef(credentials);
  const { id } = req.params;
  const exemption = await findVisibleExemption(context, id, credentials);
  await authorize(
    context,
    req,
    exemption.requestedBy === by
      ? exemptionCreatePermission
      : exemptionDecidePermission,
  );
  const reason = readReason(req.body.reason, LEAST_REASON);
  const kept = await keepSettled(context, trx =>
    revokeExemption(trx, { id, by, at: context.now(), reason }),
  );
  const at = kept.revoked?.at ?? context.now();
  const [entry] = await showExemptions(context, [kept], { credentials, at });
  return entry;
}
