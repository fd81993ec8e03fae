import { builtinModules } from 'module';
import ts from 'typescript';
import { isSource, lineOf, parse, Rule, TreeFile, visit } from '../tree';

const ENGINE = 'plugins/accountability-engine/src/';
const FORBIDDEN_NAMES = new Set([
  'Promise',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'process',
  'crypto',
  'performance',
  'require',
]);
const FORBIDDEN_CALLS = new Set(['Date.now', 'Math.random', 'DateTime.now']);
const CLOCK_WITHOUT_ARGUMENTS = new Set(['DateTime.local', 'DateTime.utc']);
const builtins = new Set(builtinModules);

function impureCall(node: ts.CallExpression): string | undefined {
  const called = node.expression.getText();
  if (FORBIDDEN_CALLS.has(called)) return `calls ${called}`;
  const bare = node.arguments.length === 0;
  if (bare && CLOCK_WITHOUT_ARGUMENTS.has(called)) return `asks ${called}()`;
  if (called === 'Date') return 'asks Date()';
  return undefined;
}

function impureImport(node: ts.ImportDeclaration): string | undefined {
  const from = node.moduleSpecifier.getText().slice(1, -1);
  const builtin = from.startsWith('node:') || builtins.has(from.split('/')[0]);
  return builtin ? `imports ${from}` : undefined;
}

/** Whether an identifier stands for the global of that name, not for a property or declaration. */
function standsAlone(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  return !(
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isPropertySignature(parent) && parent.name === node) ||
    (ts.isMethodDeclaration(parent) && parent.name === node) ||
    ts.isBindingElement(parent) ||
    ts.isParameter(parent)
  );
}

function impurity(node: ts.Node): string | undefined {
  if (node.kind === ts.SyntaxKind.AsyncKeyword) return 'is async';
  if (ts.isAwaitExpression(node)) return 'awaits';
  if (ts.isImportDeclaration(node)) return impureImport(node);
  if (ts.isCallExpression(node)) return impureCall(node);
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date') {
    return node.arguments?.length ? undefined : 'asks new Date()';
  }
  if (ts.isIdentifier(node) && FORBIDDEN_NAMES.has(node.text)) {
    return standsAlone(node) ? `uses ${node.text}` : undefined;
  }
  return undefined;
}

function check(file: TreeFile) {
  const violations: { path: string; line: number; because: string }[] = [];
  visit(parse(file), node => {
    const what = impurity(node);
    if (!what) return;
    const because = `${what}; the engine has no clock, no chance and no I/O`;
    violations.push({ path: file.path, line: lineOf(node), because });
  });
  return violations;
}

/** The engine is arithmetic: no clock, no randomness, no I/O, nothing asynchronous. */
export const enginePurity: Rule = files =>
  files
    .filter(file => isSource(file) && file.path.startsWith(ENGINE))
    .flatMap(check);
