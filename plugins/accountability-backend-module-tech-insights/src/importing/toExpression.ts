import { isMap, isScalar, isSeq, YAMLMap } from 'yaml';
import { Importing } from './Importing';
import { resolveFact } from './resolveFact';
import { toComparison } from './toComparison';

/** The check whose conditions are read. */
export interface CheckAtHand {
  check: string;
  factIds: readonly string[];
  importing: Importing;
}

/** An expression, and the operator that joins it last. */
interface Part {
  cel: string;
  joins?: '&&' | '||';
}

const joining = { all: '&&', any: '||' } as const;
/** What says nothing of the outcome. */
const silent = ['name', 'priority', 'fact', 'operator', 'value'];

/** Conditions of json-rules-engine in CEL; undefined, with a remark, where any part has no equal. */
export function toExpression(
  conditions: unknown,
  at: CheckAtHand,
): string | undefined {
  const part = readCondition(conditions, at);
  return part?.joins === '&&' ? part.cel.replace(/\n/g, '\n  ') : part?.cel;
}

function readCondition(node: unknown, at: CheckAtHand): Part | undefined {
  const { importing, check } = at;
  const refuse = (of: unknown, message: string) =>
    importing.refuse(of, message, check);
  if (!isMap(node)) return refuse(node, 'a condition is no map');
  for (const name of ['all', 'any'] as const) {
    if (node.has(name)) return readList(node, name, at);
  }
  if (node.has('not')) {
    const inner = readCondition(node.get('not', true), at);
    return inner && { cel: `!(${onOneLine(inner)})` };
  }
  if (node.has('condition')) {
    return refuse(
      node,
      'it names a condition that is defined elsewhere: write that in its place',
    );
  }
  return readLeaf(node, at);
}

function readList(
  node: YAMLMap,
  name: 'all' | 'any',
  at: CheckAtHand,
): Part | undefined {
  const list = node.get(name, true);
  const items: unknown[] = isSeq(list) ? list.items : [];
  if (items.length === 0) {
    return at.importing.refuse(list, `${name} lists no condition`, at.check);
  }
  // All of them are read, so that everything wrong is told at once.
  const parts = items.map(item => readCondition(item, at));
  const read = parts.flatMap(part => part ?? []);
  if (read.length < parts.length) return undefined;
  if (read.length === 1) return read[0];
  const joins = joining[name];
  const texts = read.map(part =>
    part.joins ? `(${onOneLine(part)})` : part.cel,
  );
  return { cel: texts.join(`\n${joins} `), joins };
}

function readLeaf(node: YAMLMap, at: CheckAtHand): Part | undefined {
  const { importing, check, factIds } = at;
  const refuse = (of: unknown, message: string) =>
    importing.refuse(of, message, check);
  const strange = node.items.find(
    ({ key }) => !silent.includes(isScalar(key) ? String(key.value) : ''),
  );
  if (strange) {
    const name = isScalar(strange.key) ? String(strange.key.value) : 'a key';
    return refuse(
      strange.key,
      `${name} of a condition has no equal: write an expression in its place`,
    );
  }
  const [fact, operator] = [node.get('fact'), node.get('operator')];
  if (typeof fact !== 'string' || typeof operator !== 'string') {
    return refuse(node, 'a condition names no fact or no operator');
  }
  const resolved = resolveFact(fact, factIds, importing.retrievers);
  if ('because' in resolved) {
    return refuse(node.get('fact', true), resolved.because);
  }
  const comparison = toComparison(
    resolved,
    operator,
    plainOf(node.get('value', true)),
  );
  return 'because' in comparison
    ? refuse(node.get('operator', true), comparison.because)
    : { cel: comparison.cel };
}

function plainOf(node: unknown): unknown {
  if (isSeq(node)) return node.toJSON();
  return isScalar(node) ? node.value : undefined;
}

function onOneLine({ cel }: Part): string {
  return cel.replace(/\n/g, ' ');
}
