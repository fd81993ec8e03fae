import { createHash } from 'node:crypto';
import {
  CompiledPolicy,
  FactType,
  compilePolicy,
} from 'backstage-plugin-accountability-engine';

/** Where a candidate is at fault; lines and columns from 1. */
export interface CandidateFault {
  line: number;
  column: number;
  message: string;
}

/**
 * A candidate policy that judges now, whatever it says of drafts and of later
 * instants, with the faults of what was left out of it.
 */
export function compileCandidate(
  text: string,
  facts: readonly FactType[],
): { candidate: CompiledPolicy; faults: CandidateFault[] } {
  const compiled = compilePolicy({
    files: [{ name: 'policy.yaml', text }],
    facts,
    digest: createHash('sha256').update(text).digest('hex'),
  });
  return {
    candidate: {
      ...compiled,
      scorecards: compiled.scorecards.map(
        ({ effectiveFrom: _, ...scorecard }) => ({
          ...scorecard,
          draft: false,
        }),
      ),
    },
    faults: compiled.diagnostics.map(({ line, column, message }) => ({
      line,
      column,
      message,
    })),
  };
}
