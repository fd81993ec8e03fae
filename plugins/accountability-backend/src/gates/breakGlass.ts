import {
  BreakGlass,
  GateDecision,
} from 'backstage-plugin-accountability-common';
import {
  CompiledGate,
  GateVerdict,
} from 'backstage-plugin-accountability-engine';
import { GlassBreaker } from './GlassBreaker';

/** What a decision says, and who went past the gate. */
interface Broken {
  said: Pick<GateDecision, 'outcome' | 'because'> & { breakGlass?: BreakGlass };
  by?: string;
}

/**
 * A verdict with somebody going past it. Only where the gate denies is there
 * anything to go past: else it stays as it is, and nothing has to be reviewed.
 */
export function breakGlass(
  { outcome, because }: Pick<GateVerdict, 'outcome' | 'because'>,
  given: { gate?: CompiledGate; breaker?: GlassBreaker; now: number },
): Broken {
  const { gate, breaker, now } = given;
  if (!breaker || !gate?.breakGlass || outcome !== 'deny') {
    return { said: { outcome, because } };
  }
  const { group, reason, by } = breaker;
  const reviewBy = now + gate.breakGlass.reviewWithinMs;
  return {
    by,
    said: {
      outcome: 'allow',
      because: `${group} went past the gate this once, to be reviewed by ${new Date(
        reviewBy,
      ).toISOString()}; without that: ${because}`,
      breakGlass: { reason, group, reviewBy },
    },
  };
}
