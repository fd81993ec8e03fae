import { useState } from 'react';
import { useText } from '../../text';
import { errorStatus } from '../states';

/** Something on its way to the server. */
export interface Send<Request> {
  /** Why the server did not take it, and what to do. */
  trouble?: string;
  busy: boolean;
  send(request: Request): Promise<void>;
}

/** Sends what a form holds; a refusal is told in the server's own words. */
export function useSend<Request, Answer>(
  ask: (request: Request) => Promise<Answer>,
  onKept: (answer: Answer) => void,
): Send<Request> {
  const t = useText();
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const words = (thrown: unknown) => {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const { code, sentence } = errorStatus(error);
    // A refusal says what to do itself; a breakdown cannot.
    return code >= 400 && code < 500
      ? sentence
      : t('form.failed', { because: sentence });
  };
  const send = async (request: Request) => {
    setBusy(true);
    setTrouble(undefined);
    try {
      onKept(await ask(request));
    } catch (thrown) {
      setTrouble(words(thrown));
    } finally {
      setBusy(false);
    }
  };
  return { trouble, busy, send };
}
