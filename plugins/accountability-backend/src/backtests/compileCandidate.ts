import {
  CompiledPolicy,
  FactType,
  compilePolicy,
} from 'backstage-plugin-accountability-engine';

/** Checks of one backtest: over 10 000 services 30 of them take 21 seconds of a core. */
const MOST_CHECKS = 200;

/** A candidate that can be run, or why it cannot. */
export type Candidate =
  | { ok: true; candidate: CompiledPolicy }
  | { ok: false; because: string };

/** Compiles a candidate once for all services. What is at fault in it is left out, and told in its diagnostics. */
export function compileCandidate(
  text: string,
  facts: readonly FactType[],
): Candidate {
  const candidate = compilePolicy({
    files: [{ name: 'candidate.yaml', text }],
    facts,
    // It is never in force: nothing is named by it.
    digest: '',
  });
  const checks = candidate.scorecards.flatMap(one => one.checks).length;
  if (checks <= MOST_CHECKS) return { ok: true, candidate };
  return {
    ok: false,
    because: `The candidate has ${checks} checks, and a backtest takes ${MOST_CHECKS} at most; send some of its scorecards, and the others after them`,
  };
}
