import { useApi } from '@backstage/frontend-plugin-api';
import {
  AttestationRequest,
  AttestationResponse,
} from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../../api';
import { Send, useSend } from '../form';

/** Has the answer of the owning group kept. */
export function useAttest(
  entityRef: string,
  onKept: (answer: AttestationResponse) => void,
): Send<AttestationRequest> {
  const api = useApi(accountabilityApiRef);
  return useSend(request => api.attest(entityRef, request), onKept);
}
