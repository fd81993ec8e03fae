import {
  CompileResult,
  ExpressionFault,
  PolicyEngine,
  RuleEnvironment,
} from '../PolicyEngine';
import { TypeChecker } from './TypeChecker';
import { compileClause, splitClauses } from './compileClause';
import { estimateCost } from './estimateCost';
import { parseExpression } from './parseExpression';
import { collectReferences } from './references';
import { joinTypes, BOOL, typeName } from './types';
import { Vocabulary } from './vocabulary';

/** Steps one expression may take; a step is in the order of a microsecond. */
const MAX_COST = 5000;

function compile(source: string, { facts }: RuleEnvironment): CompileResult {
  const refuse = (...faults: ExpressionFault[]): CompileResult => ({
    ok: false,
    faults,
  });
  const result = parseExpression(source);
  if (!result.ok) return refuse(result.fault);
  const { parsed } = result;
  const vocabulary = new Vocabulary(facts);
  const sources = splitClauses(parsed, vocabulary);
  const checker = new TypeChecker(parsed, vocabulary);
  const type = checker.typeOf(parsed.expr);
  if (checker.faults.length > 0) return refuse(...checker.faults);
  if (!joinTypes(type, BOOL)) {
    return refuse({
      offset: 0,
      message: `the expression gives ${typeName(
        type,
      )}, not bool (compare it with something)`,
    });
  }
  const cost = estimateCost(parsed.expr);
  if (cost > MAX_COST) {
    return refuse({
      offset: 0,
      message: `estimated cost ${cost} exceeds ${MAX_COST} (avoid nested all()/exists())`,
    });
  }
  const references = collectReferences(parsed.expr, vocabulary);
  return {
    ok: true,
    expression: {
      clauses: sources.map(clause => compileClause(clause, vocabulary)),
      facts: references.facts,
      readsNow: references.now,
      cost,
    },
  };
}

/** CEL within the subset that scorecards need, fully type-checked before it runs. */
export const celEngine: PolicyEngine = {
  id: 'cel',
  // Of @bufbuild/cel, which is pinned.
  version: '0.6.1',
  compile,
};
