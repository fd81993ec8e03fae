import { parseEntityRef } from '@backstage/catalog-model';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  decisionReadPermission,
  gateAskPermission,
  GateDecision,
  GateRequest,
} from 'backstage-plugin-accountability-common';
import { askGate, GateAnswer, GateAsked } from '../../gates';
import { ApiContext } from '../ApiContext';
import { audited } from '../audited';
import { authorize, Caller } from '../authorize';
import { EntityPath } from '../endpoints';
import { findEntityRef } from '../findEntityRef';
import { readReason } from '../incidents/readReason';
import { missingService } from '../missingService';
import { authorizeAny } from './authorizeAny';
import { whoBreaks } from './whoBreaks';

interface Req {
  params: { gate: string };
  body: GateRequest;
}

/** `POST /gates/:gate/decisions`: whether a gate lets a service through. */
export async function postDecision(
  context: ApiContext,
  req: Req,
): Promise<GateDecision> {
  const { body, params } = req;
  if (body.dryRun) {
    if (body.breakGlass) {
      throw new InputError(
        'A dry run goes past no gate; leave breakGlass out, or dryRun',
      );
    }
    const credentials = await authorizeAny(context, req, [
      gateAskPermission,
      decisionReadPermission,
    ]);
    return ask(context, req, credentials);
  }
  const meta = {
    gate: params.gate,
    service: body.entityRef,
    point: body.point ?? 'deploy',
  };
  const eventId = body.breakGlass ? 'gate-break-glass' : 'gate-ask';
  return audited(context, { eventId, req, meta }, async () =>
    ask(context, req, await authorize(context, req, gateAskPermission)),
  );
}

async function ask(
  context: ApiContext,
  { params: { gate }, body }: Req,
  credentials: Caller,
): Promise<GateDecision> {
  const { dryRun = false, breakGlass, idempotencyKey, ...question } = body;
  const reason = breakGlass && readReason(breakGlass.reason);
  const path = readEntityRef(question.entityRef);
  const entityRef = await findEntityRef(context, path, credentials);
  const { principal } = credentials;
  const startedAt = performance.now();
  const asked: GateAsked = {
    gate,
    question: { ...question, entityRef, point: question.point ?? 'deploy' },
    now: context.now(),
    dryRun,
    ...(idempotencyKey !== undefined && { idempotencyKey }),
    ...(principal.type === 'service' && { machine: principal.subject }),
    ...(reason !== undefined && {
      whoBreaks: broken =>
        whoBreaks(context, { gate: broken, credentials, reason }),
    }),
  };
  const decide = () => askGate(context.gates, asked);
  const answer = await (context.traceGate?.(gate, decide) ?? decide());
  const decision = decisionOf(context, answer);
  context.onDecision?.(decision, performance.now() - startedAt);
  return decision;
}

function readEntityRef(ref: string): EntityPath {
  try {
    return parseEntityRef(ref);
  } catch {
    throw new InputError(
      `entityRef=${ref} is no entity ref; write it like component:default/payments`,
    );
  }
}

function decisionOf(context: ApiContext, answer: GateAnswer): GateDecision {
  if (answer.ok) return answer.decision;
  switch (answer.fault) {
    case 'no-gate':
      throw new NotFoundError(answer.because);
    case 'no-service':
      throw missingService(context, answer.because);
    case 'no-point':
      throw new InputError(answer.because);
    default:
      throw new ConflictError(answer.because);
  }
}
