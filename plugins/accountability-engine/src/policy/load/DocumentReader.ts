import { Document, LineCounter, isMap, isNode, isPair, isScalar } from 'yaml';
import { Diagnostic, PolicyFile } from '../CompiledPolicy';
import { offsetInScalar } from './offsetInScalar';

type Path = readonly (string | number)[];

/** Knows where in the file each part of a document stands. */
export class DocumentReader {
  constructor(
    readonly file: PolicyFile,
    private readonly lines: LineCounter,
    readonly document: Document,
  ) {}

  /** The text at a path, where there is one. */
  textAt(path: Path): string | undefined {
    const { contents } = this.document;
    const value: unknown = isMap(contents)
      ? this.document.getIn(path)
      : undefined;
    return typeof value === 'string' ? value : undefined;
  }

  /** A fault at an offset of the file. */
  at(offset: number, message: string): Diagnostic {
    const { line, col } = this.lines.linePos(offset);
    return {
      file: this.file.name,
      line: Math.max(1, line),
      column: Math.max(1, col),
      message,
    };
  }

  /** A fault at the value of a path, or at the nearest thing above it that is there. */
  atPath(path: Path, message: string): Diagnostic {
    return this.at(this.rangeOf(path)?.[0] ?? 0, message);
  }

  /** A fault at a key of the map at a path. */
  atKey(path: Path, key: string, message: string): Diagnostic {
    const node =
      path.length > 0
        ? this.document.getIn(path, true)
        : this.document.contents;
    const pair = isMap(node)
      ? node.items.find(item => isScalar(item.key) && item.key.value === key)
      : undefined;
    const offset =
      isPair(pair) && isNode(pair.key) ? pair.key.range?.[0] : undefined;
    return offset === undefined
      ? this.atPath(path, message)
      : this.at(offset, message);
  }

  /** A fault inside the text of a scalar. */
  inText(path: Path, offset: number, message: string): Diagnostic {
    const node = this.document.getIn(path, true);
    if (!isScalar(node) || !node.range || typeof node.value !== 'string') {
      return this.atPath(path, message);
    }
    const [start, end] = node.range;
    const raw = this.file.text.slice(start, end);
    return this.at(
      start + offsetInScalar({ raw, value: node.value }, offset),
      message,
    );
  }

  /** Start and end of what is at a path, or of the nearest thing above it. */
  rangeOf(path: Path): [number, number] | undefined {
    for (let length = path.length; length >= 0; length--) {
      const node =
        length === 0
          ? this.document.contents
          : this.document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return [node.range[0], node.range[2]];
    }
    return undefined;
  }
}
