import { ForwardedError } from '@backstage/errors';
import {
  celEngine,
  CompiledGate,
  CompiledPolicy,
  decideGate,
  decideUnasked,
  GateInput,
  GateVerdict,
} from 'backstage-plugin-accountability-engine';
import { toStoredFacts } from '../assessment';
import { askOthers } from './askOthers';
import { GateSources } from './GateSources';
import { GateService } from './readGateService';

/** A verdict, and whom it was asked of. */
export interface Decided {
  verdict: GateVerdict;
  engines: { id: string; version: string }[];
}

/** What is to be decided on. */
export interface Case extends GateService, Pick<GateInput, 'now' | 'question'> {
  policy: CompiledPolicy;
  gate: CompiledGate;
}

/**
 * Decides by the rules of a gate. Whatever goes wrong in reading what they
 * read counts as the gate says (`onEngineError`), and is told in the log; a
 * gate never opens because something was broken and nobody noticed.
 */
export async function decide(
  sources: GateSources,
  given: Case,
): Promise<Decided> {
  const { gate, service } = given;
  const { onEngineError } = gate.failurePolicy;
  try {
    const input = await gather(sources, given);
    if (!input) {
      const why = `${service.entityRef} was not assessed yet, so that nothing is known of it; a new service is assessed within minutes, ask again then.`;
      return { verdict: decideUnasked(onEngineError, why), engines: [] };
    }
    const { engines, ...said } = await askOthers(sources, input);
    const verdict = decideGate({ ...input, ...said });
    return { verdict, engines: [...ownEngine(gate), ...engines] };
  } catch (error) {
    sources.logger.error(
      `Gate ${gate.name} could not ask its rules for ${service.entityRef}, which counts as a ${onEngineError}`,
      new ForwardedError('Gate', error),
    );
    const why =
      'What they read could not be read; ask again, and have an operator look into the log of Backstage if it stays so.';
    return { verdict: decideUnasked(onEngineError, why), engines: [] };
  }
}

async function gather(
  sources: GateSources,
  { now, question, service, measured, policy, gate }: Case,
): Promise<GateInput | undefined> {
  if (!measured) return undefined;
  const { facts } = toStoredFacts(measured);
  const exemptions = await sources.exemptionsOf(service, { endingAfter: now });
  return {
    now,
    question,
    gate,
    service,
    exemptions,
    scorecards: policy.scorecards,
    facts: new Map(facts.map(fact => [fact.id, fact])),
  };
}

function ownEngine({ rules }: CompiledGate): Decided['engines'] {
  const { id, version } = celEngine;
  return rules.some(({ check }) => 'expression' in check.program)
    ? [{ id, version }]
    : [];
}
