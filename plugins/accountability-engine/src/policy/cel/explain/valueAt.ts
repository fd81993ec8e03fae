import { CelResult, plan } from '@bufbuild/cel';
import { Bindings } from '../bindScope';
import { environment } from '../environment';
import { Node } from '../syntax';

const plans = new WeakMap<Node, (bindings: Bindings) => CelResult>();

/** The value of a checked node. Planned at its first use, since most parts are never asked alone. */
export function valueAt(node: Node, bindings: Bindings): CelResult {
  const known = plans.get(node);
  if (known) return known(bindings);
  const planned = plan(environment, node);
  plans.set(node, planned);
  return planned(bindings);
}
