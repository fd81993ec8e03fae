import ts from 'typescript';
import { parse, TreeFile } from '../tree';

function isExported(node: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : [];
  return !!modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

function namesOf(node: ts.Statement): string[] {
  if (ts.isVariableStatement(node)) {
    return node.declarationList.declarations.map(each => each.name.getText());
  }
  const named =
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isEnumDeclaration(node);
  return named && node.name ? [node.name.text] : [];
}

function namedExports(node: ts.Statement): string[] {
  if (!ts.isExportDeclaration(node) || !node.exportClause) return [];
  if (!ts.isNamedExports(node.exportClause)) return [];
  return node.exportClause.elements.map(each => each.name.text);
}

/** A name that a file exports; `isValue` when it is there at run time. */
export interface Exported {
  name: string;
  isValue: boolean;
}

/** What a file exports, default exports by the name of what they export. */
export function exportsOf(file: TreeFile): Exported[] {
  return parse(file).statements.flatMap(node => {
    const isValue =
      !ts.isInterfaceDeclaration(node) && !ts.isTypeAliasDeclaration(node);
    const names = ts.isExportAssignment(node)
      ? [node.expression.getText()]
      : [...(isExported(node) ? namesOf(node) : []), ...namedExports(node)];
    return names.map(name => ({ name, isValue }));
  });
}
