import { ConflictError } from '@backstage/errors';
import {
  CauseResponse,
  WithdrawalRequest,
  causeDecidePermission,
} from 'backstage-plugin-accountability-common';
import {
  overrideInForce,
  readOverrides,
  withdrawCause,
} from '../../governance';
import { ApiContext } from '../ApiContext';
import { audited } from '../audited';
import { authorize } from '../authorize';
import { callerRef } from '../callerRef';
import { RecordPath } from '../endpoints';
import { findOwnIncident } from '../findOwnRecord';
import { findService } from '../findService';
import { readReason } from '../incidents/readReason';
import { settleCause } from '../incidents/settleCause';

interface Req {
  params: RecordPath;
  body: WithdrawalRequest;
}

/** `POST /services/…/incidents/:record/cause/withdrawal`: back to what the rule says. */
export async function postCauseWithdrawal(
  context: ApiContext,
  req: Req,
): Promise<CauseResponse> {
  // A preview changes nothing.
  if (req.body.preview) return withdraw(context, req);
  const { kind, namespace, name, record } = req.params;
  const meta = { service: `${kind}:${namespace}/${name}`, incident: record };
  return audited(context, { eventId: 'cause-withdraw', req, meta }, () =>
    withdraw(context, req),
  );
}

async function withdraw(context: ApiContext, req: Req): Promise<CauseResponse> {
  const credentials = await authorize(context, req, causeDecidePermission);
  const now = context.now();
  const service = await findService(context, req.params, credentials);
  const incident = await findOwnIncident(context, service, req.params.record);
  const reason = readReason(req.body.reason);
  const overrides = await readOverrides(context.database, {
    incidents: [incident.id],
  });
  if (!overrideInForce(overrides.get(incident.id) ?? [], Infinity)) {
    throw nothingInForce(incident.id);
  }
  return settleCause(context, service, {
    incident,
    credentials,
    now,
    ...(!req.body.preview && {
      keep: async trx => {
        const by = callerRef(credentials);
        const given = { incident: incident.id, by, reason, at: now };
        // Another replica may have been faster.
        const withdrawn = await withdrawCause(trx, given);
        if (!withdrawn) throw nothingInForce(incident.id);
        return withdrawn;
      },
    }),
  });
}

function nothingInForce(incident: string): ConflictError {
  return new ConflictError(
    `No decision on the cause of ${incident} is in force that could be withdrawn`,
  );
}
