import { posix } from 'path';
import ts from 'typescript';
import { lineOf, parse, TreeFile, visit } from '../tree';
import { roomOf, roomOfPackage } from './roomOf';

/** One import of ours: the room it goes to, and the file where it is known. */
export interface OurImport {
  line: number;
  from: string;
  room: string;
  file?: string;
}

function specifierOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isImportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (!ts.isCallExpression(node)) return undefined;
  const dynamic = node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return dynamic ? node.arguments[0] : undefined;
}

function resolve(file: TreeFile, from: string, paths: ReadonlySet<string>) {
  const target = posix.join(posix.dirname(file.path), from);
  return ['', '.ts', '.tsx', '/index.ts', '/index.tsx']
    .map(end => target + end)
    .find(path => paths.has(path));
}

/** What a file imports of ours; packages of others are left out. */
export function importsOf(
  file: TreeFile,
  paths: ReadonlySet<string>,
): OurImport[] {
  const found: OurImport[] = [];
  visit(parse(file), node => {
    const specifier = specifierOf(node);
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const from = specifier.text;
    const line = lineOf(node);
    if (!from.startsWith('.')) {
      const name = from.split('/')[0];
      const room = roomOfPackage(name);
      if (room) found.push({ line, from, room });
      return;
    }
    const target = resolve(file, from, paths);
    const room = target && roomOf(target);
    if (room) found.push({ line, from, room, file: target });
  });
  return found;
}
