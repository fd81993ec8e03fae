import { FactRetriever } from '@backstage-community/plugin-tech-insights-node';
import { isNode, LineCounter } from 'yaml';

/** Something of a configuration that could not be taken over, at its place. */
export interface ImportRemark {
  /** Key of the check; absent where it is about none. */
  check?: string;
  /** Both begin at 1. */
  line: number;
  column: number;
  /** What is left out and what to do about it, as a sentence. */
  message: string;
  /** Whether that cost the whole check. */
  costs: 'check' | 'part';
}

/** What is known of a retriever. */
export type KnownRetriever = Pick<FactRetriever, 'id' | 'schema'>;

/** Collects remarks on one file. */
export class Importing {
  readonly remarks: ImportRemark[] = [];

  constructor(
    private readonly lines: LineCounter,
    readonly retrievers: readonly KnownRetriever[],
  ) {}

  /** Takes note of a part that is left out. */
  part(node: unknown, message: string, check?: string): void {
    this.add(node, { message, check, costs: 'part' });
  }

  /** Takes note of what costs a check, and gives nothing in its place. */
  refuse(node: unknown, message: string, check?: string): undefined {
    this.add(node, { message, check, costs: 'check' });
    return undefined;
  }

  private add(
    node: unknown,
    { check, ...said }: Pick<ImportRemark, 'check' | 'message' | 'costs'>,
  ): void {
    const offset = (isNode(node) && node.range?.[0]) || 0;
    const { line, col } = this.lines.linePos(offset);
    this.remarks.push({
      ...(check !== undefined && { check }),
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      ...said,
    });
  }
}
