import {
  AttestationResponse,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { ApiContext } from '../ApiContext';
import { showAttestations } from '../attestations/showAttestations';
import { authorize } from '../authorize';
import { EntityPath } from '../endpoints';
import { findService } from '../findService';

/** `GET /services/…/attestation`: what owners said of a service, and when the next is asked. */
export async function getAttestation(
  context: ApiContext,
  req: { params: EntityPath },
): Promise<AttestationResponse> {
  const credentials = await authorize(context, req, scorecardReadPermission);
  const now = context.now();
  const service = await findService(context, req.params, credentials);
  return showAttestations(context, service, { credentials, now });
}
