import ts from 'typescript';
import { isSource, packageOf, parse, Rule, TreeFile, visit } from '../tree';

/** Allowed a thousand lines. */
const budgets = { any: 0.5, as: 2, '!': 1 };
type Escape = keyof typeof budgets;

function isConst(node: ts.AsExpression): boolean {
  return node.type.getText() === 'const';
}

function escapeOf(node: ts.Node): Escape | undefined {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return 'any';
  if (ts.isAsExpression(node)) return isConst(node) ? undefined : 'as';
  if (ts.isTypeAssertionExpression(node)) return 'as';
  return ts.isNonNullExpression(node) ? '!' : undefined;
}

function count(files: TreeFile[]) {
  const counts = { any: 0, as: 0, '!': 0 };
  for (const file of files) {
    visit(parse(file), node => {
      const escape = escapeOf(node);
      if (escape) counts[escape] += 1;
    });
  }
  return counts;
}

function check(name: string, files: TreeFile[]) {
  const lines = files.reduce(
    (sum, { text }) => sum + text.split('\n').length,
    0,
  );
  const counts = count(files);
  const escapes: Escape[] = ['any', 'as', '!'];
  return escapes
    .map(escape => ({
      escape,
      found: counts[escape],
      allowed: Math.ceil((budgets[escape] * lines) / 1000),
    }))
    .filter(({ found, allowed }) => found > allowed)
    .map(({ escape, found, allowed }) => ({
      path: name,
      because: `uses \`${escape}\` ${found} times in ${lines} lines, at most ${allowed}`,
    }));
}

/** A package escapes from its types rarely: `any` 0.5, `as` 2, `!` 1 a thousand lines. */
export const typeEscapes: Rule = files => {
  const sources = files.filter(isSource);
  const names = [...new Set(sources.map(packageOf))];
  return names.flatMap(name =>
    check(
      name,
      sources.filter(file => packageOf(file) === name),
    ),
  );
};
