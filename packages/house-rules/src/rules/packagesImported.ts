import { isBuiltin } from 'module';
import ts from 'typescript';
import { parse, TreeFile, visit } from '../tree';

/** `@scope/name/deep` and `name/deep` without what is inside; undefined for files and for Node's own. */
function packageIn(specifier: string): string | undefined {
  if (/^[./]/.test(specifier) || isBuiltin(specifier)) return undefined;
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

/** What an import, an export, a `require`, a mock or a type asks for. */
function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node))
    return node.moduleSpecifier;
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument)
      ? node.argument.literal
      : undefined;
  if (!ts.isCallExpression(node)) return undefined;
  const asks =
    node.expression.kind === ts.SyntaxKind.ImportKeyword ||
    /^(require(\.resolve)?|jest\.\w+)$/.test(node.expression.getText());
  return asks ? node.arguments[0] : undefined;
}

/** The packages of others and of ours that a file asks for, each with the line. */
export function packagesImported(file: TreeFile): Map<string, number> {
  const found = new Map<string, number>();
  const source = parse(file);
  visit(source, node => {
    const specifier = specifierOf(node);
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const name = packageIn(specifier.text);
    if (!name || found.has(name)) return;
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.set(name, line + 1);
  });
  return found;
}
