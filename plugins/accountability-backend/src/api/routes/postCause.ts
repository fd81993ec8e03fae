import {
  CauseRequest,
  CauseResponse,
  causeDecidePermission,
} from 'backstage-plugin-accountability-common';
import { decideCause } from '../../governance';
import { ApiContext } from '../ApiContext';
import { audited } from '../audited';
import { authorize } from '../authorize';
import { callerRef } from '../callerRef';
import { RecordPath } from '../endpoints';
import { findOwnIncident } from '../findOwnRecord';
import { findService } from '../findService';
import { readCause } from '../incidents/readCause';
import { readReason } from '../incidents/readReason';
import { settleCause } from '../incidents/settleCause';

interface Req {
  params: RecordPath;
  body: CauseRequest;
}

/** `POST /services/…/incidents/:record/cause`: charges a deployment, or none, because a person says so. */
export async function postCause(
  context: ApiContext,
  req: Req,
): Promise<CauseResponse> {
  // A preview changes nothing.
  if (req.body.preview) return decide(context, req);
  const { kind, namespace, name, record } = req.params;
  const meta = {
    service: `${kind}:${namespace}/${name}`,
    incident: record,
    cause: req.body.cause,
  };
  return audited(context, { eventId: 'cause-decide', req, meta }, () =>
    decide(context, req),
  );
}

async function decide(context: ApiContext, req: Req): Promise<CauseResponse> {
  const credentials = await authorize(context, req, causeDecidePermission);
  const now = context.now();
  const service = await findService(context, req.params, credentials);
  const incident = await findOwnIncident(context, service, req.params.record);
  const reason = readReason(req.body.reason);
  const cause =
    req.body.cause === null
      ? undefined
      : await readCause(
          context,
          { cause: req.body.cause, incident, now },
          credentials,
        );
  const by = callerRef(credentials);
  return settleCause(context, service, {
    incident,
    credentials,
    now,
    decision: {
      id: 'preview',
      by,
      at: now,
      reason,
      ...(cause && { cause: cause.id }),
    },
    ...(!req.body.preview && {
      keep: trx =>
        decideCause(trx, {
          incident: incident.id,
          entityRef: service.summary.entityRef,
          cause: cause?.id,
          reason,
          by,
          at: now,
        }),
    }),
  });
}
