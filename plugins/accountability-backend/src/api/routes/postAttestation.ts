import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import {
  AttestationRequest,
  AttestationResponse,
  attestationDecidePermission,
} from 'backstage-plugin-accountability-common';
import { markDue } from '../../assessment';
import { attest, isAskable } from '../../governance';
import { ServiceFile } from '../../ownership';
import { ApiContext } from '../ApiContext';
import { isMember } from '../attestations/isMember';
import { showAttestations } from '../attestations/showAttestations';
import { audited } from '../audited';
import { Caller, authorize } from '../authorize';
import { callerRef } from '../callerRef';
import { EntityPath } from '../endpoints';
import { findService } from '../findService';
import { readReason } from '../incidents/readReason';

const LEAST_REASON = 3;

interface Req {
  params: EntityPath;
  body: AttestationRequest;
}

/** `POST /services/…/attestation`: a member of the owning group says whether the service is theirs. */
export async function postAttestation(
  context: ApiContext,
  req: Req,
): Promise<AttestationResponse> {
  const { kind, namespace, name } = req.params;
  const meta = {
    service: `${kind}:${namespace}/${name}`,
    verdict: req.body.verdict,
  };
  return audited(context, { eventId: 'attestation-decide', req, meta }, () =>
    decide(context, req),
  );
}

async function decide(
  context: ApiContext,
  req: Req,
): Promise<AttestationResponse> {
  const credentials = await authorize(
    context,
    req,
    attestationDecidePermission,
  );
  const now = context.now();
  const service = await findService(context, req.params, credentials);
  const { entityRef } = service.summary;
  const owner = await ownerOf(context, service, credentials);
  const reason = reasonOf(req.body);
  const kept = await context.database.transaction(async trx => {
    const entry = await attest(trx, {
      entityRef,
      owner,
      verdict: req.body.verdict,
      ...(reason !== undefined && { reason }),
      by: callerRef(credentials),
      at: now,
    });
    await markDue(trx, { entityRefs: [entityRef], dueAt: now });
    return entry;
  });
  context.wake();
  return showAttestations(context, service, { credentials, now: kept.at });
}

/** The owning group; throws 409 where there is none and 403 where the caller is no member of it. */
async function ownerOf(
  context: ApiContext,
  { summary }: ServiceFile,
  credentials: Caller,
): Promise<string> {
  const { entityRef, owner, ownerResolves } = summary;
  if (!isAskable(owner) || !ownerResolves) {
    throw new ConflictError(
      `${entityRef} is owned by no group of the catalog, so that nobody can attest it; set spec.owner to one`,
    );
  }
  if (!(await isMember(context, credentials, owner))) {
    throw new NotAllowedError(
      `Only a member of ${owner} can say whether ${entityRef} is theirs; ask one of them, or have spec.owner corrected`,
    );
  }
  return owner;
}

function reasonOf({ verdict, reason }: AttestationRequest): string | undefined {
  if (reason?.trim()) return readReason(reason, LEAST_REASON);
  if (verdict === 'confirmed') return undefined;
  throw new InputError(
    'A rejection needs a reason: say whose the service is, or why it is not yours',
  );
}
