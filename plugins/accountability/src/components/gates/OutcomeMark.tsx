import {
  CheckStatus,
  GateOutcome,
} from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { StatusIcon } from '../marks';

/** The shape of a check result that says as much as an outcome of a gate. */
export const outcomeShape: Record<GateOutcome, CheckStatus> = {
  allow: 'pass',
  warn: 'warn',
  deny: 'fail',
};

/** What a gate said: shape, word and colour. */
export function OutcomeMark({ outcome }: { outcome: GateOutcome }) {
  const t = useText();
  const shape = outcomeShape[outcome];
  return (
    <span className={`acc-state acc-state-${shape}`}>
      <StatusIcon status={shape} />
      {t(`gateOutcome.${outcome}`)}
    </span>
  );
}
