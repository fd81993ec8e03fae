import {
  EnforcementPoint,
  Exemption,
  FactReading,
  GateFact,
  GateOutcome,
  GateQuestion,
  GateRuleResult,
} from 'backstage-plugin-accountability-common';
import { CompiledGate, CompiledScorecard } from '../policy/CompiledPolicy';
import { EngineAnswer, PolicyScope } from '../policy/PolicyEngine';

/** Everything a decision depends on: same input, same bytes out. */
export interface GateInput {
  /** Epoch milliseconds. */
  now: number;
  question: GateQuestion & { point: EnforcementPoint };
  gate: CompiledGate;
  /** Of the policy in force; they say which services their checks are for. */
  scorecards: readonly CompiledScorecard[];
  service: PolicyScope['service'] & { entityRef: string; system?: string };
  /** As last measured, by fact id; a fact's `observedAt` is its age. */
  facts: ReadonlyMap<string, FactReading>;
  /** Of the service, its owner or its system, in whatever state. */
  exemptions: readonly Exemption[];
  /** What other engines said, by rule. */
  answers?: ReadonlyMap<string, EngineAnswer>;
  /** Engines that could not be asked, with a sentence that says why; their rules have no answers. */
  enginesOut?: ReadonlyMap<string, string>;
}

/** What a gate says, and why. */
export interface GateVerdict {
  outcome: GateOutcome;
  /** One sentence. */
  because: string;
  /** Those that deny first, then those that warn, then the others. */
  rules: GateRuleResult[];
  /** That any rule read, by id. */
  facts: GateFact[];
  /** Why rules could not be asked that count. */
  engineError?: string;
}
