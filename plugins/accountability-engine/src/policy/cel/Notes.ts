import { unparse } from '@bufbuild/cel';
import { ParsedExpression } from './parseExpression';
import { Reference, bindingOf } from './Reference';
import { Node, childrenOf } from './syntax';

/** Where a node was written. */
interface Origin {
  parsed: ParsedExpression;
  node: Node;
}

/** Characters of an expression within a sentence. */
const MAX_TEXT = 200;

/** What is known of the nodes of a resolved expression besides themselves. */
export class Notes {
  private readonly origins = new Map<Node, Origin>();
  private readonly references = new Map<Node, Reference>();
  private readonly names = new Map<Node, string>();
  /** Nodes whose fault is told already; they pass as anything. */
  private readonly faulty = new Set<Node>();

  came(node: Node, parsed: ParsedExpression, from: Node): Node {
    this.origins.set(node, { parsed, node: from });
    return node;
  }

  refers(node: Node, reference: Reference): Node {
    this.references.set(node, reference);
    return node;
  }

  /** Has the node shown by a name, and not by what the name stands for. */
  named(node: Node, name: string): Node {
    this.names.set(node, name);
    return node;
  }

  forgive(node: Node): Node {
    this.faulty.add(node);
    return node;
  }

  isFaulty(node: Node): boolean {
    return this.faulty.has(node);
  }

  referenceAt(node: Node): Reference | undefined {
    return this.references.get(node);
  }

  /** Whether the node was written in this very text, and not in a variable that it reads. */
  isOf(node: Node, parsed: ParsedExpression): boolean {
    return this.origins.get(node)?.parsed === parsed;
  }

  /** The node as written, on one line. */
  textOf(node: Node): string {
    const name = this.names.get(node);
    const origin = this.origins.get(node);
    if (name !== undefined) return name;
    return origin ? unparse({ ...origin.parsed, expr: origin.node }) : '';
  }

  /** The same, cut where it is long, for sentences. */
  briefOf(node: Node): string {
    const text = this.textOf(node);
    return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
  }

  /** References in a tree, each once, in order of appearance. */
  referencesIn(root: Node): { node: Node; reference: Reference }[] {
    const found = new Map<string, { node: Node; reference: Reference }>();
    const visit = (node: Node): void => {
      const reference = this.references.get(node);
      const name = reference && bindingOf(reference);
      if (reference && name !== undefined && !found.has(name)) {
        found.set(name, { node, reference });
      }
      childrenOf(node).forEach(visit);
    };
    visit(root);
    return [...found.values()];
  }
}
