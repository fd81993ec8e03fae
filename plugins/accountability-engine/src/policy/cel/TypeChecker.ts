import { ExpressionFault } from '../PolicyEngine';
import { Notes } from './Notes';
import { ParsedExpression } from './parseExpression';
import { checkCall } from './checkCall';
import { promoteToDouble } from './promoteToDouble';
import { Node } from './syntax';
import {
  ANY,
  BOOL,
  CelStaticType,
  DOUBLE,
  INT,
  STRING,
  joinTypes,
  typeName,
} from './types';

type Locals = ReadonlyMap<string, CelStaticType>;
type Kind<C extends string> = Extract<Node['exprKind'], { case: C }>['value'];

const constantTypes: Record<string, CelStaticType | undefined> = {
  boolValue: BOOL,
  int64Value: INT,
  doubleValue: DOUBLE,
  stringValue: STRING,
};

/**
 * Gives every node a type, or a fault at its place. A node with a fault counts as `any`, so that
 * one slip is reported once. Whole numbers beside doubles are rewritten to doubles in place.
 */
export class TypeChecker {
  readonly faults: ExpressionFault[] = [];

  constructor(
    private readonly parsed: ParsedExpression,
    private readonly notes: Notes,
  ) {}

  /** Notes a fault and lets the node pass as anything. */
  fault(node: Node, message: string): CelStaticType {
    const offset = this.parsed.sourceInfo?.positions[String(node.id)] ?? 0;
    this.faults.push({ offset, message });
    return ANY;
  }

  /** The type of a node; ANY where a fault was noted. */
  typeOf(node: Node, locals: Locals = new Map()): CelStaticType {
    if (this.notes.isFaulty(node)) return ANY;
    const reference = this.notes.referenceAt(node);
    if (reference) return reference.tested ? BOOL : reference.type;
    const { exprKind } = node;
    switch (exprKind.case) {
      case 'constExpr':
        return this.typeOfConstant(node, exprKind.value);
      case 'identExpr':
        return locals.get(exprKind.value.name) ?? ANY;
      case 'selectExpr':
        return this.typeOfSelect(node, exprKind.value, locals);
      case 'callExpr':
        return checkCall(this, node, locals);
      case 'listExpr': {
        const element = this.common(node, exprKind.value.elements, locals);
        return { kind: 'list', element };
      }
      case 'structExpr':
        return this.typeOfMap(node, exprKind.value, locals);
      case 'comprehensionExpr':
        return this.typeOfComprehension(node, exprKind.value, locals);
      default:
        return this.fault(node, 'this is not available here');
    }
  }

  /** The one type of several nodes. */
  common(node: Node, items: Node[], locals: Locals): CelStaticType {
    const types = items.map(item => this.typeOf(item, locals));
    if (types.some(type => type.kind === 'double')) {
      types.forEach((type, index) => {
        if (type.kind === 'int' && promoteToDouble(items[index])) {
          types[index] = DOUBLE;
        }
      });
    }
    let joined: CelStaticType | undefined = ANY;
    for (const type of types) joined = joined && joinTypes(joined, type);
    if (joined) return joined;
    const names = [...new Set(types.map(typeName))].join(' and ');
    return this.fault(node, `${names} do not mix (make them one type)`);
  }

  private typeOfConstant(
    node: Node,
    { constantKind }: Kind<'constExpr'>,
  ): CelStaticType {
    const { case: kind, value } = constantKind;
    const tooLarge =
      (kind === 'doubleValue' && !Number.isFinite(value)) ||
      (kind === 'int64Value' && BigInt.asIntN(64, value) !== value);
    if (tooLarge) return this.fault(node, 'the number is too large');
    return (
      constantTypes[kind ?? ''] ??
      this.fault(
        node,
        'null, bytes and unsigned numbers are not available here',
      )
    );
  }

  private typeOfSelect(
    node: Node,
    { operand, field, testOnly }: Kind<'selectExpr'>,
    locals: Locals,
  ): CelStaticType {
    if (!operand) return this.fault(node, 'this is not available here');
    const type = this.typeOf(operand, locals);
    if (type.kind === 'any') return ANY;
    if (type.kind === 'map' && joinTypes(type.key, STRING)) {
      return testOnly ? BOOL : type.value;
    }
    return this.fault(node, `${typeName(type)} has no property '${field}'`);
  }

  private typeOfMap(
    node: Node,
    { messageName, entries }: Kind<'structExpr'>,
    locals: Locals,
  ): CelStaticType {
    const keys: Node[] = [];
    const values: Node[] = [];
    for (const { keyKind, value, optionalEntry } of entries) {
      if (messageName || optionalEntry || keyKind.case !== 'mapKey' || !value) {
        return this.fault(
          node,
          'messages and optional entries are not available here',
        );
      }
      keys.push(keyKind.value);
      values.push(value);
    }
    if (messageName) return this.fault(node, 'messages are not available here');
    const key = this.common(node, keys, locals);
    if (!['any', 'bool', 'int', 'string'].includes(key.kind)) {
      return this.fault(node, `a key cannot be a ${typeName(key)}`);
    }
    return { kind: 'map', key, value: this.common(node, values, locals) };
  }

  private typeOfComprehension(
    node: Node,
    comprehension: Kind<'comprehensionExpr'>,
    locals: Locals,
  ): CelStaticType {
    const { iterRange, iterVar, iterVar2, accuVar } = comprehension;
    const { accuInit, loopCondition, loopStep, result } = comprehension;
    if (!iterRange || !accuInit || !loopCondition || !loopStep || !result) {
      return this.fault(node, 'this is not available here');
    }
    if (iterVar2) {
      return this.fault(
        node,
        'macros with two variables are not available here',
      );
    }
    const range = this.typeOf(iterRange, locals);
    const item = this.itemOf(iterRange, range);
    const outer = new Map(locals).set(iterVar, item);
    const start = this.typeOf(accuInit, locals);
    const inner = new Map(outer).set(accuVar, start);
    const condition = this.typeOf(loopCondition, inner);
    const step = this.typeOf(loopStep, inner);
    const accumulated = joinTypes(start, step);
    if (!accumulated || !joinTypes(condition, BOOL)) {
      return this.fault(
        node,
        `the condition has to be bool, not ${typeName(step)}`,
      );
    }
    return this.typeOf(result, new Map(locals).set(accuVar, accumulated));
  }

  private itemOf(node: Node, range: CelStaticType): CelStaticType {
    if (range.kind === 'list') return range.element;
    if (range.kind === 'map') return range.key;
    if (range.kind === 'any') return ANY;
    return this.fault(node, `${typeName(range)} is not a list or a map`);
  }
}
