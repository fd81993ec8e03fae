import { Node, callOf, childrenOf, nameOf, textOf } from './syntax';

/** What an expression reads. */
export interface NamesRead {
  /** Top-level names: fields of the payload, and `payload`, `headers`, `item`, `receivedAt`. */
  names: ReadonlySet<string>;
  /** Headers by their name, in lower case. */
  headers: ReadonlySet<string>;
  /** Whether it uses `headers` without naming one: then nobody knows which to keep. */
  allHeaders: boolean;
}

type Found = { names: Set<string>; headers: Set<string>; allHeaders: boolean };

/** Finds what an expression reads, and writes the names of headers in lower case, as they arrive. */
export function namesRead(root: Node): NamesRead {
  const found: Found = {
    names: new Set(),
    headers: new Set(),
    allHeaders: false,
  };
  visit(root, new Set(), found);
  return found;
}

function visit(node: Node, locals: ReadonlySet<string>, found: Found): void {
  const header = locals.has('headers') ? undefined : takeHeader(node);
  if (header !== undefined) {
    found.names.add('headers');
    found.headers.add(header);
    return;
  }
  const name = nameOf(node);
  if (name !== undefined && !locals.has(name)) {
    found.names.add(name);
    found.allHeaders ||= name === 'headers';
  }
  const { exprKind } = node;
  if (exprKind.case !== 'comprehensionExpr') {
    childrenOf(node).forEach(child => visit(child, locals, found));
    return;
  }
  const { iterRange, accuInit, iterVar, accuVar } = exprKind.value;
  const inner = new Set([...locals, iterVar, accuVar]);
  for (const child of childrenOf(node)) {
    const isOutside = child === iterRange || child === accuInit;
    visit(child, isOutside ? locals : inner, found);
  }
}

const isHeaders = (node: Node | undefined) =>
  node !== undefined && nameOf(node) === 'headers';

/** The header that the node names: `headers["x-event"]`, `headers.host`, `"x-event" in headers`. */
function takeHeader(node: Node): string | undefined {
  const { exprKind } = node;
  if (exprKind.case === 'selectExpr' && isHeaders(exprKind.value.operand)) {
    exprKind.value.field = exprKind.value.field.toLowerCase();
    return exprKind.value.field;
  }
  const call = callOf(node);
  if (!call) return undefined;
  const [first, second] = call.args;
  const names = [
    call.name === '_[_]' && isHeaders(first) ? second : undefined,
    call.name === '@in' && isHeaders(second) ? first : undefined,
  ];
  const name = names.find(each => each !== undefined);
  return name && lowerText(name);
}

function lowerText(node: Node): string | undefined {
  const text = textOf(node)?.toLowerCase();
  if (text === undefined || node.exprKind.case !== 'constExpr')
    return undefined;
  node.exprKind.value.constantKind = { case: 'stringValue', value: text };
  return text;
}
