import {
  EnforcementPoint,
  GateDecision,
  GateQuestion,
} from 'backstage-plugin-accountability-common';
import { CompiledGate } from 'backstage-plugin-accountability-engine';
import { GlassBreaker } from './GlassBreaker';

/** A question to a gate, from a caller who may ask it. */
export interface GateAsked {
  gate: string;
  question: GateQuestion & { point: EnforcementPoint };
  /** Epoch milliseconds. */
  now: number;
  /** Decides and keeps nothing. */
  dryRun: boolean;
  idempotencyKey?: string;
  /** The machine that asks; people are not kept. */
  machine?: string;
  /** Who goes past the gate where it denies; called once the gate is known, throws where the caller may not. */
  whoBreaks?: (gate: CompiledGate) => Promise<GlassBreaker>;
}

/** A decision, or why there cannot be one, in a sentence. */
export type GateAnswer =
  | { ok: true; decision: GateDecision }
  | {
      ok: false;
      fault: 'no-gate' | 'no-point' | 'no-service' | 'other-question';
      because: string;
    };
