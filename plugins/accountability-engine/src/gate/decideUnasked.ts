import { CountedAs, GateOutcome } from 'backstage-plugin-accountability-common';
import { GateVerdict } from './GateInput';

const outcomes: Record<CountedAs, GateOutcome> = {
  pass: 'allow',
  warn: 'warn',
  fail: 'deny',
};

/** What a gate says of which no rule could be asked, by its `onEngineError`. `why` is a sentence. */
export function decideUnasked(
  onEngineError: CountedAs,
  why: string,
): GateVerdict & { engineError: string } {
  return {
    outcome: outcomes[onEngineError],
    because: `No rule could be asked, which counts as a ${onEngineError} here: ${why}`,
    rules: [],
    facts: [],
    engineError: why,
  };
}
