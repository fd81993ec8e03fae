import { InputError } from '@backstage/errors';
import {
  ExemptionEntry,
  exemptionCreatePermission,
  ExemptionRequest,
} from 'backstage-plugin-accountability-common';
import {
  AskedExemption,
  requestExemption,
  whyNotGranted,
} from '../../governance';
import { ApiContext } from '../ApiContext';
import { audited } from '../audited';
import { Caller, authorize } from '../authorize';
import { callerRef } from '../callerRef';
import { readReason } from '../incidents/readReason';
import { parseInstant } from '../parseInstant';
import { exemptableCheck } from './exemptableCheck';
import { findSubject } from './findSubject';
import { keepSettled } from './keepSettled';
import { readTicket } from './readTicket';
import { showExemptions } from './showExemptions';

interface Req {
  body: ExemptionRequest;
}

/** `POST /exemptions`: asks for an exemption, which somebody else decides on. */
export async function postExemption(
  context: ApiContext,
  req: Req,
): Promise<ExemptionEntry> {
  const { scorecard, check, subject, renews } = req.body;
  const meta = {
    scorecard,
    check,
    subject: subject.ref,
    ...(renews !== undefined && { renews }),
  };
  return audited(context, { eventId: 'exemption-request', req, meta }, () =>
    ask(context, req),
  );
}

async function ask(context: ApiContext, req: Req): Promise<ExemptionEntry> {
  const credentials = await authorize(context, req, exemptionCreatePermission);
  const asked = await readAsked(context, req.body, credentials);
  const exemption = await keepSettled(context, trx =>
    requestExemption(trx, asked),
  );
  const at = exemption.requestedAt;
  const [entry] = await showExemptions(context, [exemption], {
    credentials,
    at,
  });
  return entry;
}

async function readAsked(
  context: ApiContext,
  body: ExemptionRequest,
  credentials: Caller,
): Promise<AskedExemption> {
  const { points, ticket, renews } = body;
  const check = exemptableCheck(await context.policy.current(), body);
  if (!check) {
    throw new InputError(
      `No scorecard in force has a check ${body.scorecard}/${body.check}; GET /scorecards lists those there are`,
    );
  }
  const asked = {
    scorecard: body.scorecard,
    check: body.check,
    subject: await findSubject(context, body.subject, credentials),
    ...(points && { points }),
    reason: readReason(body.reason),
    ...(ticket?.trim() && { ticket: readTicket(ticket) }),
    requestedBy: callerRef(credentials),
    requestedAt: context.now(),
    expiresAt: parseInstant('expiresAt', body.expiresAt),
    ...(renews !== undefined && { renews }),
  };
  const why = whyNotGranted(asked, check, context.exemptions);
  if (why !== undefined) throw new InputError(why);
  return asked;
}
