import {
  CompiledGate,
  CompiledGateRule,
  CompiledPolicy,
  CompiledScorecard,
  missingEngine,
} from 'backstage-plugin-accountability-engine';
import { KeptPart } from './KeptPart';

/** The compiled document of a name. */
export function documentOf(
  policy: Pick<CompiledPolicy, 'scorecards' | 'gates'>,
  { kind, name }: Pick<KeptPart, 'kind' | 'name'>,
): CompiledScorecard | CompiledGate | undefined {
  const documents: (CompiledScorecard | CompiledGate)[] =
    kind === 'Gate' ? policy.gates : policy.scorecards;
  return documents.find(document => document.name === name);
}

/** Whether a rule stands in its gate only so that no slip opens it. */
export function isLost({ check: { program } }: CompiledGateRule): boolean {
  return 'engine' in program && program.engine === missingEngine;
}

/** Ids of the rules of a document that compiled. */
export function rulesInForce(
  policy: Pick<CompiledPolicy, 'scorecards' | 'gates'>,
  key: Pick<KeptPart, 'kind' | 'name'>,
): Set<string> {
  const document = documentOf(policy, key);
  if (!document) return new Set();
  return new Set(
    'checks' in document
      ? document.checks.map(({ id }) => id)
      : document.rules.filter(rule => !isLost(rule)).map(({ rule }) => rule),
  );
}
