import { ExpressionFault, RuleEnvironment } from '../PolicyEngine';
import { Notes } from './Notes';
import { Reference } from './Reference';
import { Resolver } from './Resolver';
import { TypeChecker } from './TypeChecker';
import { estimateCost } from './estimateCost';
import { ParsedExpression, parseExpression } from './parseExpression';
import { Node, depthOf } from './syntax';
import { CelStaticType } from './types';
import { Vocabulary } from './vocabulary';

/** Steps one expression may take; a step is in the order of a microsecond. */
const MAX_COST = 5000;
/** Levels of the tree with all variables put in. */
const MAX_DEPTH = 300;

/** An expression of which every name has a meaning and every part a type. */
export interface CheckedExpression {
  parsed: ParsedExpression;
  root: Node;
  notes: Notes;
  type: CelStaticType;
  cost: number;
  references: Reference[];
  /** Ids of facts, each once, in order of appearance. */
  facts: string[];
  readsNow: boolean;
}

type CheckResult =
  | { ok: true; checked: CheckedExpression }
  | { ok: false; faults: ExpressionFault[]; brokenBy: string[] };

const refuse = (
  faults: ExpressionFault[],
  brokenBy: Iterable<string> = [],
): CheckResult => ({ ok: false, faults, brokenBy: [...brokenBy] });

const vocabularies = new WeakMap<RuleEnvironment, Vocabulary>();

function vocabularyOf(environment: RuleEnvironment): Vocabulary {
  const known = vocabularies.get(environment);
  if (known) return known;
  const vocabulary = new Vocabulary(environment);
  vocabularies.set(environment, vocabulary);
  return vocabulary;
}

const inOrder = (faults: readonly ExpressionFault[]) =>
  [...faults].sort((a, b) => a.offset - b.offset);

/** Parses an expression, gives names their meaning, and checks types and cost; or says all that is wrong. */
export function checkExpression(
  source: string,
  environment: RuleEnvironment,
): CheckResult {
  const result = parseExpression(source);
  if (!result.ok) return refuse([result.fault]);
  const { parsed } = result;
  const resolver = new Resolver(parsed, vocabularyOf(environment));
  const root = resolver.resolve();
  const { notes, faults, brokenBy } = resolver;
  if (depthOf(root) > MAX_DEPTH) {
    const message =
      'the expression is nested too deeply with its variables (split it into several checks)';
    return refuse([{ offset: 0, message }], brokenBy);
  }
  const checker = new TypeChecker(parsed, notes);
  const type = checker.typeOf(root);
  faults.push(...checker.faults);
  if (faults.length > 0 || brokenBy.size > 0) {
    return refuse(inOrder(faults), brokenBy);
  }
  const cost = estimateCost(root, notes);
  if (cost > MAX_COST) {
    const message = `estimated cost ${cost} exceeds ${MAX_COST} (avoid nested all()/exists())`;
    return refuse([{ offset: 0, message }]);
  }
  const references = notes.referencesIn(root).map(({ reference }) => reference);
  const facts = references.filter(({ of }) => of === 'fact');
  return {
    ok: true,
    checked: {
      parsed,
      root,
      notes,
      type,
      cost,
      references,
      facts: [...new Set(facts.map(({ name }) => name))],
      readsNow: references.some(({ of }) => of === 'now'),
    },
  };
}
