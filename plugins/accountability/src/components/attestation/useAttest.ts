import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  AttestationRequest,
  AttestationResponse,
} from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../../api';
import { useText } from '../../text';
import { errorStatus } from '../states';

/** An answer on its way to the server. */
export interface Attest {
  /** Why the server did not take it, and what to do. */
  trouble?: string;
  busy: boolean;
  send(request: AttestationRequest): Promise<void>;
}

/** Has the answer of the owning group kept. */
export function useAttest(
  entityRef: string,
  onKept: (answer: AttestationResponse) => void,
): Attest {
  const t = useText();
  const api = useApi(accountabilityApiRef);
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const words = (thrown: unknown) => {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const { code, sentence } = errorStatus(error);
    // A refusal says what to do itself; a breakdown cannot.
    return code >= 400 && code < 500
      ? sentence
      : t('attestation.failed', { because: sentence });
  };
  const send = async (request: AttestationRequest) => {
    setBusy(true);
    setTrouble(undefined);
    try {
      onKept(await api.attest(entityRef, request));
    } catch (thrown) {
      setTrouble(words(thrown));
    } finally {
      setBusy(false);
    }
  };
  return { trouble, busy, send };
}
