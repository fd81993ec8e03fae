import { PolicyDocumentStatus } from 'backstage-plugin-accountability-common';
import {
  CompiledCheck,
  CompiledGate,
  CompiledGateRule,
  CompiledScorecard,
} from 'backstage-plugin-accountability-engine';
import { isLost } from './documentsOf';
import { KeptPart } from './KeptPart';

interface Splice<T> {
  part: KeptPart;
  /** The document as it was. */
  from: T;
  /** Of the new files; they say in what order its rules stand. */
  documents: readonly PolicyDocumentStatus[];
}

/** A scorecard with the kept checks of a part; the same where it has them all. */
export function spliceScorecard(
  scorecard: CompiledScorecard,
  given: Splice<CompiledScorecard>,
): CompiledScorecard {
  const checks = spliceRules(scorecard.checks, given.from.checks, {
    ...given,
    idOf: ({ id }) => id,
  });
  if (checks === scorecard.checks) return scorecard;
  return {
    ...scorecard,
    checks: checks.map(check => withinLadder(check, scorecard)),
  };
}

/** A gate with the kept rules of a part; the same where it has them all. */
export function spliceGate(
  gate: CompiledGate,
  given: Splice<CompiledGate>,
): CompiledGate {
  const idOf = ({ rule }: CompiledGateRule) => rule;
  const sound = gate.rules.filter(rule => !isLost(rule));
  const earlier = given.from.rules.filter(rule => !isLost(rule));
  const spliced = spliceRules(sound, earlier, { ...given, idOf });
  if (spliced === sound) return gate;
  const there = new Set(spliced.map(idOf));
  const lost = gate.rules.filter(rule => !there.has(idOf(rule)));
  return { ...gate, rules: [...spliced, ...lost] };
}

function spliceRules<T>(
  rules: T[],
  earlier: readonly T[],
  { part, documents, idOf }: Splice<unknown> & { idOf(rule: T): string },
): T[] {
  const there = new Set(rules.map(idOf));
  const kept = earlier.filter(
    rule => part.rules?.includes(idOf(rule)) && !there.has(idOf(rule)),
  );
  if (kept.length === 0) return rules;
  const written = documents.find(
    ({ kind, name }) => kind === part.kind && name === part.name,
  );
  const order = new Map(written?.rules.map(({ id }, index) => [id, index]));
  const placeOf = (rule: T) => order.get(idOf(rule)) ?? Infinity;
  // Stable: what is not written any more stays behind the rest.
  return [...rules, ...kept].sort((a, b) =>
    placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b),
  );
}

/** A level that the ladder has no more is held back by nothing. */
function withinLadder(
  check: CompiledCheck,
  { levels }: CompiledScorecard,
): CompiledCheck {
  const { level, ...rest } = check;
  return level === undefined || levels.includes(level) ? check : rest;
}
