import ts from 'typescript';
import {
  isSource,
  lineOf,
  parse,
  Rule,
  TreeFile,
  Violation,
  visit,
} from '../tree';

const LEAST = 3;

function property(node: ts.ObjectLiteralExpression, name: string) {
  const found = node.properties.find(each => each.name?.getText() === name);
  return found && ts.isPropertyAssignment(found)
    ? found.initializer
    : undefined;
}

/** A reason in place of a value means that the example shows the unknown. */
function givesUnknown(example: ts.Expression): boolean {
  if (!ts.isObjectLiteralExpression(example)) return false;
  const gives = property(example, 'gives');
  return !!gives && ts.isStringLiteralLike(gives);
}

function troubles(fact: ts.Expression): string[] {
  if (!ts.isObjectLiteralExpression(fact)) return ['is not written in place'];
  return [...troublesOfExamples(fact), ...troublesOfGaming(fact)];
}

function troublesOfGaming(fact: ts.ObjectLiteralExpression): string[] {
  return property(fact, 'gaming') ? [] : ['says nothing of how it is gamed'];
}

function troublesOfExamples(fact: ts.ObjectLiteralExpression): string[] {
  const examples = property(fact, 'examples');
  if (!examples || !ts.isArrayLiteralExpression(examples)) {
    return ['has no list of examples'];
  }
  const found = [];
  const { elements } = examples;
  if (elements.length < LEAST) {
    found.push(`has ${elements.length} examples, at least ${LEAST}`);
  }
  if (!elements.some(givesUnknown)) found.push('has no example of an unknown');
  return found;
}

function check(file: TreeFile): Violation[] {
  const violations: Violation[] = [];
  visit(parse(file), node => {
    if (!ts.isCallExpression(node)) return;
    if (node.expression.getText() !== 'defineFact') return;
    for (const trouble of troubles(node.arguments[0])) {
      const because = `a fact ${trouble}`;
      violations.push({ path: file.path, line: lineOf(node), because });
    }
  });
  return violations;
}

/** Every fact is shown by three worked examples at least, one of them unknown, and says how it can be made to look good. */
export const factExamples: Rule = files =>
  files.filter(isSource).flatMap(check);
