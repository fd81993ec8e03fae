import {
  CompiledPolicy,
  CompiledScorecard,
  PolicyFile,
} from './CompiledPolicy';
import { FactType } from './PolicyEngine';
import { celEngine } from './cel/celEngine';
import { PolicyBuilder } from './load/PolicyBuilder';

/** Files to compile, the facts that expressions may read, and the name of the result. */
export interface PolicyInput {
  files: readonly PolicyFile[];
  facts: readonly FactType[];
  /** sha256 of the canonical documents, hex; made by the caller. */
  digest: string;
  /** Scorecards that rules of gates name, in place of those of the files: a loader keeps checks of earlier files in them. */
  scorecards?: readonly CompiledScorecard[];
}

/**
 * Compiles every scorecard and gate in the files. What is at fault is left out
 * and told in `diagnostics` and `documents` with file, line and column;
 * everything else stands. Never throws, whatever the files hold.
 */
export function compilePolicy({
  files,
  facts,
  digest,
  scorecards,
}: PolicyInput): CompiledPolicy {
  const builder = new PolicyBuilder(celEngine, facts, scorecards);
  files.forEach(file => builder.add(file));
  return builder.build(digest);
}
