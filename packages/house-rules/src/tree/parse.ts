import ts from 'typescript';
import { TreeFile } from './TreeFile';

const parsed = new WeakMap<TreeFile, ts.SourceFile>();

/** The syntax tree of a file; parsed once. */
export function parse(file: TreeFile): ts.SourceFile {
  const known = parsed.get(file);
  if (known) return known;
  const source = ts.createSourceFile(
    file.path,
    file.text,
    ts.ScriptTarget.Latest,
    true,
  );
  parsed.set(file, source);
  return source;
}

/** Visits a node and everything below it. */
export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, child => visit(child, see));
}

/** The line a node begins on, from 1. */
export function lineOf(node: ts.Node): number {
  const source = node.getSourceFile();
  return source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
}

/** How many lines a node takes. */
export function linesOf(node: ts.Node): number {
  const source = node.getSourceFile();
  const last = source.getLineAndCharacterOfPosition(node.getEnd()).line + 1;
  return last - lineOf(node) + 1;
}
