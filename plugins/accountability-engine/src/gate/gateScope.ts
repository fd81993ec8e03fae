import { PolicyScope } from '../policy/PolicyEngine';
import { GateInput } from './GateInput';
import { freshFacts } from './freshFacts';

/** What the rules of a gate may read: facts that are fresh enough, and the question. */
export function gateScope(input: GateInput): PolicyScope {
  const { now, question, gate, service, answers } = input;
  const { point, environment, commit, artifact, labels = [] } = question;
  return {
    now,
    service,
    facts: freshFacts(input.facts, { now, maxAgeMs: gate.maxAgeMs }),
    request: { point, environment, commit, artifact, labels },
    ...(answers && { answers }),
  };
}
