import { Node, asReference, childrenOf } from './syntax';
import { Vocabulary } from './vocabulary';

/** What of the scope a node reads, each once, in order of appearance. */
export interface References {
  facts: string[];
  service: string[];
  now: boolean;
  /** One node for each, to be evaluated on its own. */
  nodes: Node[];
}

/** Finds what a node reads. A macro's variable never has the name of a namespace, so names speak for themselves. */
export function collectReferences(
  root: Node,
  vocabulary: Vocabulary,
): References {
  const found: References = { facts: [], service: [], now: false, nodes: [] };
  const add = (list: string[], name: string, node: Node) => {
    if (list.includes(name)) return;
    list.push(name);
    found.nodes.push(node);
  };
  const visit = (node: Node): void => {
    const reference = asReference(node);
    if (reference && vocabulary.isNamespace(reference.namespace)) {
      const { namespace, name } = reference;
      if (namespace === 'service') add(found.service, name, node);
      else add(found.facts, `${namespace}.${name}`, node);
      return;
    }
    if (
      node.exprKind.case === 'identExpr' &&
      node.exprKind.value.name === 'now'
    ) {
      if (!found.now) found.nodes.push(node);
      found.now = true;
    }
    childrenOf(node).forEach(visit);
  };
  visit(root);
  return found;
}
