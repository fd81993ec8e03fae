import {
  CheckStatus,
  GateOutcome,
} from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { StateWord } from '../marks';

/** The shape of a check result that says as much as an outcome of a gate. */
export const outcomeShape: Record<GateOutcome, CheckStatus> = {
  allow: 'pass',
  warn: 'warn',
  deny: 'fail',
};

/** What a gate said: shape, word and colour. */
export function OutcomeMark({ outcome }: { outcome: GateOutcome }) {
  const t = useText();
  return (
    <StateWord shape={outcomeShape[outcome]}>
      {t(`gateOutcome.${outcome}`)}
    </StateWord>
  );
}
