import {
  CompiledCheck,
  CompiledPolicy,
  CompiledScorecard,
} from 'backstage-plugin-accountability-engine';

/** A check that the engine of tests decides. */
export function askedCheck(
  id: string,
  given: Partial<CompiledCheck> & { engine?: string; path?: string } = {},
): CompiledCheck {
  const { engine = 'opa', path = `acme/rules/${id}`, ...check } = given;
  return {
    id,
    title: id,
    burden: 'ownership',
    expression: path,
    mode: 'enforce',
    severity: 'medium',
    weight: 1,
    onUnknown: 'fail',
    onError: 'fail',
    facts: [],
    readsNow: false,
    program: { engine, path },
    ...check,
  };
}

/** A policy of scorecards for every service. */
export function policyOf(
  ...scorecards: (Partial<CompiledScorecard> & {
    checks: CompiledCheck[];
  })[]
): CompiledPolicy {
  return {
    digest: 'test',
    scorecards: scorecards.map(scorecard => ({
      name: 'ready',
      title: 'Ready',
      conditions: [],
      levels: ['bronze'],
      requirements: [],
      draft: false,
      ...scorecard,
    })),
    gates: [],
    documents: [],
    diagnostics: [],
  };
}
