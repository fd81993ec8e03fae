import { useState } from 'react';
import {
  causeDecidePermission,
  CauseResponse,
} from 'backstage-plugin-accountability-common';
import { useText } from '../../../text';
import { errorStatus } from '../../states';

/** A decision on its way: first its effect is looked at, then it is kept. */
export interface Decision {
  effect?: CauseResponse;
  /** Why the server did not take it. */
  trouble?: string;
  busy: boolean;
  preview(): Promise<void>;
  keep(): Promise<void>;
  /** What was looked at speaks of something else now. */
  forget(): void;
}

/** Asks for the effect of a decision and has it kept; `ask` sends it, for a preview or for good. */
export function useDecision(
  ask: (preview: boolean) => Promise<CauseResponse>,
  onKept: () => void,
): Decision {
  const t = useText();
  const [effect, setEffect] = useState<CauseResponse>();
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const words = (thrown: unknown) => {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const { code, sentence } = errorStatus(error);
    return code === 403
      ? t('override.forbidden', { permission: causeDecidePermission.name })
      : sentence;
  };
  const send = async (preview: boolean) => {
    setBusy(true);
    setTrouble(undefined);
    try {
      const answer = await ask(preview);
      setEffect(preview ? answer : undefined);
      if (!preview) onKept();
    } catch (thrown) {
      setTrouble(words(thrown));
    } finally {
      setBusy(false);
    }
  };
  return {
    effect,
    trouble,
    busy,
    preview: () => send(true),
    keep: () => send(false),
    forget: () => {
      setEffect(undefined);
      setTrouble(undefined);
    },
  };
}
