import ts from 'typescript';
import {
  isSource,
  lineOf,
  linesOf,
  parse,
  Rule,
  TreeFile,
  Violation,
  visit,
} from '../tree';

const MOST_LINES = 60;
const MOST_COMPONENT_LINES = 90;
const MOST_PARAMETERS = 3;
const MOST_NESTING = 3;

function isFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;
}

function hasJsx(node: ts.Node): boolean {
  let found = false;
  visit(node, each => {
    found ||= ts.isJsxElement(each) || ts.isJsxSelfClosingElement(each);
    found ||= ts.isJsxFragment(each);
  });
  return found;
}

/** Loops and branches inside each other; `else if` is one branch, and a function begins anew. */
function nestingOf(node: ts.Node): number {
  let deepest = 0;
  ts.forEachChild(node, child => {
    if (isFunction(child)) return;
    const chained = ts.isIfStatement(child) && ts.isIfStatement(node);
    const deeper =
      !chained &&
      (ts.isIfStatement(child) ||
        ts.isIterationStatement(child, false) ||
        ts.isSwitchStatement(child) ||
        ts.isTryStatement(child));
    deepest = Math.max(deepest, nestingOf(child) + (deeper ? 1 : 0));
  });
  return deepest;
}

function troubles(node: ts.FunctionLikeDeclaration): string[] {
  const found = [];
  const most = hasJsx(node) ? MOST_COMPONENT_LINES : MOST_LINES;
  const lines = linesOf(node);
  if (lines >= most) {
    found.push(`has ${lines} lines; it must stay under ${most}`);
  }
  if (node.parameters.length > MOST_PARAMETERS) {
    found.push(`takes ${node.parameters.length} parameters, at most 3`);
  }
  if (nestingOf(node) > MOST_NESTING) {
    found.push(`nests ${nestingOf(node)} deep, at most 3`);
  }
  return found;
}

function check(file: TreeFile): Violation[] {
  const violations: Violation[] = [];
  visit(parse(file), node => {
    if (!isFunction(node)) return;
    const name = node.name?.getText() ?? 'a function';
    for (const trouble of troubles(node)) {
      const because = `${name} ${trouble}`;
      violations.push({ path: file.path, line: lineOf(node), because });
    }
  });
  return violations;
}

/** Functions under 60 lines, components under 90; three parameters and three levels at most. */
export const functionShape: Rule = files =>
  files.filter(isSource).flatMap(check);
