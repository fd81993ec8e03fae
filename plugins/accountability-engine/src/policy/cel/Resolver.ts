import { ExpressionFault } from '../PolicyEngine';
import { Notes } from './Notes';
import { ParsedExpression } from './parseExpression';
import { Reference, bindingOf } from './Reference';
import { identNode, literalNode } from './nodes';
import { rebuild } from './rebuild';
import { Node, asCall, asReference, constantOf } from './syntax';
import { STRING, TIMESTAMP } from './types';
import { Meaning, Vocabulary } from './vocabulary';

/** Nodes of an expression together with all variables that it reads. */
const MAX_NODES = 5000;

interface Context {
  parsed: ParsedExpression;
  /** Id that faults of the node are told at: its own, or that of the variable it came by. */
  at?: bigint;
  locals: ReadonlySet<string>;
  /** Variables before this place may be read. */
  before: number;
}

/**
 * Gives every name its meaning, in a copy of the tree: what the scope holds
 * becomes one identifier each, a param becomes what it stands for, a variable
 * its own expression.
 */
export class Resolver {
  readonly faults: ExpressionFault[] = [];
  /** Names read that are at fault themselves. */
  readonly brokenBy = new Set<string>();
  readonly notes = new Notes();
  private count = 0;

  constructor(
    private readonly root: ParsedExpression,
    private readonly vocabulary: Vocabulary,
  ) {}

  resolve(): Node {
    return this.of(this.root.expr, {
      parsed: this.root,
      locals: new Set(),
      before: Infinity,
    });
  }

  /** Notes a fault and lets the node pass as anything. */
  private fault(node: Node, message: string, context: Context): Node {
    const id = context.at ?? node.id;
    const offset = this.root.sourceInfo?.positions[String(id)] ?? 0;
    this.faults.push({ offset, message });
    return this.notes.forgive(this.copyOf(node, context));
  }

  private copyOf(node: Node, context: Context): Node {
    const copy = { ...node, id: context.at ?? node.id };
    return this.notes.came(copy, context.parsed, node);
  }

  private of(node: Node, context: Context): Node {
    this.count += 1;
    if (this.count > MAX_NODES) {
      // Told once; what is left passes as anything.
      if (this.count > MAX_NODES + 1) {
        return this.notes.forgive(this.copyOf(node, context));
      }
      const message = `the expression has more than ${MAX_NODES} parts with its variables (split it into several checks)`;
      return this.fault(node, message, context);
    }
    const reference = asReference(node);
    const { exprKind } = node;
    if (exprKind.case === 'identExpr') {
      return this.name(node, exprKind.value.name, context);
    }
    if (
      reference &&
      !context.locals.has(reference.namespace) &&
      this.vocabulary.isNamespace(reference.namespace)
    ) {
      return this.member(node, reference, context);
    }
    return this.inside(node, context);
  }

  private name(node: Node, name: string, context: Context): Node {
    if (context.locals.has(name)) return this.copyOf(node, context);
    if (name !== 'now') {
      const message = this.vocabulary.describeUnknown(name);
      return this.fault(node, message, context);
    }
    const of = 'now';
    const type = TIMESTAMP;
    return this.refer(node, context, {
      of,
      path: of,
      name,
      type,
      tested: false,
    });
  }

  private refer(node: Node, context: Context, reference: Reference): Node {
    const ident = identNode(context.at ?? node.id, bindingOf(reference));
    this.notes.came(ident, context.parsed, node);
    return this.notes.refers(ident, reference);
  }

  private member(
    node: Node,
    {
      namespace,
      name,
      tested,
    }: { namespace: string; name: string; tested: boolean },
    context: Context,
  ): Node {
    const meaning = this.vocabulary.meaningOf(namespace, name);
    if (meaning.is === 'reference') {
      const { reference } = meaning;
      return this.refer(node, context, { ...reference, tested });
    }
    if (meaning.is === 'unknown') {
      const place = asOperand(node);
      return this.fault(place, meaning.message, context);
    }
    if (meaning.is === 'broken') {
      this.brokenBy.add(`${namespace}.${name}`);
      return this.notes.forgive(this.copyOf(node, context));
    }
    if (meaning.is === 'param') {
      const value = tested
        ? { type: 'bool' as const, value: true }
        : meaning.param;
      const literal = literalNode(context.at ?? node.id, value);
      return this.notes.came(literal, context.parsed, node);
    }
    return this.variable(node, { ...meaning, name, tested }, context);
  }

  private variable(
    node: Node,
    variable: Extract<Meaning, { is: 'variable' }> & {
      name: string;
      tested: boolean;
    },
    context: Context,
  ): Node {
    const { name, place, parsed, tested } = variable;
    if (tested) {
      const message = `has() does not take a variable (ask inside of variables.${name} for what may be unknown)`;
      return this.fault(node, message, context);
    }
    if (place >= context.before) {
      const message = `variables.${name} is written later (a variable may read those before it)`;
      return this.fault(node, message, context);
    }
    const at = context.at ?? node.id;
    const inner = { parsed, at, locals: new Set<string>(), before: place };
    const expanded = this.of(parsed.expr, inner);
    return this.notes.named(expanded, `variables.${name}`);
  }

  private inside(node: Node, context: Context): Node {
    const { exprKind } = node;
    if (exprKind.case === 'comprehensionExpr') {
      const { iterVar, accuVar, iterRange } = exprKind.value;
      if (iterVar === 'now' || this.vocabulary.isNamespace(iterVar)) {
        const message = `'${iterVar}' is taken (give the variable another name)`;
        return this.fault(node, message, context);
      }
      const locals = new Set(context.locals).add(iterVar).add(accuVar);
      const inner = { ...context, locals };
      return this.rebuilt(node, context, child =>
        this.of(child, child === iterRange ? context : inner),
      );
    }
    const copy = this.rebuilt(node, context, child => this.of(child, context));
    const keyed = this.keyOf(copy);
    return keyed ? this.refer(node, context, keyed) : copy;
  }

  private rebuilt(
    node: Node,
    context: Context,
    each: (child: Node) => Node,
  ): Node {
    const copy = rebuild(node, each);
    return this.notes.came(
      { ...copy, id: context.at ?? node.id },
      context.parsed,
      node,
    );
  }

  /** `x.k`, `x["k"]`, `has(x.k)` and `"k" in x` of a map in the scope: a thing of its own, which may be unset. */
  private keyOf(copy: Node): Reference | undefined {
    const { exprKind } = copy;
    const call = asCall(copy);
    const [first, second] = call?.args ?? [];
    if (exprKind.case === 'selectExpr' && exprKind.value.operand) {
      const { operand, field, testOnly } = exprKind.value;
      return this.keyed(operand, field, testOnly);
    }
    if (call?.name === '_[_]') {
      return this.keyed(first, constantOf(second), false);
    }
    return call?.name === '@in'
      ? this.keyed(second, constantOf(first), true)
      : undefined;
  }

  private keyed(
    holder: Node,
    key: unknown,
    tested: boolean,
  ): Reference | undefined {
    const map = this.notes.referenceAt(holder);
    if (!map || map.type.kind !== 'map' || map.tested) return undefined;
    if (typeof key !== 'string') return undefined;
    const plain = /^[a-zA-Z_]\w*$/.test(key);
    const path = plain
      ? `${map.path}.${key}`
      : `${map.path}[${JSON.stringify(key)}]`;
    return { ...map, path, key, tested, type: STRING };
  }
}

/** Where `x` stands in `x.y`. */
function asOperand(node: Node): Node {
  const { exprKind } = node;
  return (
    (exprKind.case === 'selectExpr' ? exprKind.value.operand : undefined) ??
    node
  );
}
