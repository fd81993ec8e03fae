import { nearestName } from '../mapping/nearestName';
import { environment } from './environment';
import { Node, callOf, childrenOf, nameOf } from './syntax';

/** CEL's own name of a type; `dyn` is any, and what is read of a payload is. */
export type StaticType = string;

const ANY = 'dyn';
const BOOL = 'bool';

type Locals = ReadonlyMap<string, StaticType>;

const macros = ['all', 'exists', 'exists_one', 'filter', 'has', 'map'];
const functions = [...new Set([...environment.funcs].map(({ name }) => name))];
const writable = [...functions, ...macros].filter(name =>
  /^[a-z]\w*$/i.test(name),
);
const arithmetic = ['_+_', '_-_', '_*_', '_/_'];
const numbers = ['int', 'uint', 'double'];

/** `google.protobuf.Timestamp` as its author writes it. */
const plainType = (type: StaticType) =>
  type.replace(/^google\.protobuf\./, '').toLowerCase();

class Checker {
  constructor(private readonly faults: string[]) {}

  typeOf(node: Node, locals: Locals): StaticType {
    const { exprKind } = node;
    switch (exprKind.case) {
      case 'constExpr':
        return typeOfConstant(exprKind.value.constantKind.case);
      case 'identExpr':
        return locals.get(nameOf(node) ?? '') ?? ANY;
      case 'selectExpr':
        this.below(node, locals);
        return exprKind.value.testOnly ? BOOL : ANY;
      case 'callExpr':
        return this.typeOfCall(node, locals);
      case 'listExpr':
        this.below(node, locals);
        return 'list';
      case 'structExpr':
        this.below(node, locals);
        if (exprKind.value.messageName) {
          this.fault(`names the message ${exprKind.value.messageName}`);
        }
        return 'map';
      case 'comprehensionExpr':
        return this.typeOfLoop(exprKind.value, locals);
      default:
        return this.fault('holds something that CEL does not know');
    }
  }

  private fault(because: string): StaticType {
    this.faults.push(because);
    return ANY;
  }

  private below(node: Node, locals: Locals): void {
    for (const child of childrenOf(node)) this.typeOf(child, locals);
  }

  private typeOfLoop(
    loop: Extract<Node['exprKind'], { case: 'comprehensionExpr' }>['value'],
    locals: Locals,
  ): StaticType {
    const of = (node: Node | undefined, known: Locals) =>
      node ? this.typeOf(node, known) : ANY;
    const range = of(loop.iterRange, locals);
    if (![ANY, 'list', 'map'].includes(range)) {
      this.fault(`goes through a ${plainType(range)}, which is no list`);
    }
    const accumulated = of(loop.accuInit, locals);
    const inner = new Map(locals)
      .set(loop.iterVar, ANY)
      .set(loop.accuVar, accumulated);
    of(loop.loopCondition, inner);
    of(loop.loopStep, inner);
    return of(loop.result, inner);
  }

  private typeOfCall(node: Node, locals: Locals): StaticType {
    const call = callOf(node);
    if (!call) return ANY;
    const { name, args } = call;
    const types = args.map(arg => this.typeOf(arg, locals));
    if (arithmetic.includes(name)) promote(args, types);
    if (['_&&_', '_||_'].includes(name)) {
      return this.wants(BOOL, types, name);
    }
    if (name === '_?_:_') {
      this.wants(BOOL, types.slice(0, 1), name);
      return types[1] === types[2] ? types[1] : ANY;
    }
    if (name === '_[_]') return ANY;
    if (name === '@not_strictly_false') return BOOL;
    if (name === '_==_' || name === '_!=_') return this.comparison(types);
    return this.overload(call, types);
  }

  private wants(
    type: StaticType,
    types: StaticType[],
    name: string,
  ): StaticType {
    const other = types.find(each => each !== type && each !== ANY);
    if (other) {
      this.fault(
        `uses a ${plainType(other)} where ${symbol(name)} takes a ${type}`,
      );
    }
    return type;
  }

  /** Values of different types are never equal, so comparing them is a slip. */
  private comparison([left, right]: StaticType[]): StaticType {
    const known = [left, right].every(
      type => type !== ANY && type !== 'null_type',
    );
    const bothNumbers = numbers.includes(left) && numbers.includes(right);
    if (known && left !== right && !bothNumbers) {
      this.fault(
        `compares a ${plainType(left)} with a ${plainType(
          right,
        )}, which are never equal`,
      );
    }
    return BOOL;
  }

  private overload(
    call: { name: string; isMethod: boolean },
    types: StaticType[],
  ): StaticType {
    const { name, isMethod } = call;
    const group = environment.funcs.find(name);
    if (!group) {
      return this.fault(`calls "${name}"${nearestName(name, writable)}`);
    }
    const results = [...group]
      .filter(({ target }) => !isMethod === !target)
      .filter(func => takes([func.target, ...func.arguments], types))
      .map(({ result }) => result.name);
    if (results.length === 0) {
      const given = types.map(plainType).join(' and ') || 'nothing';
      return this.fault(`uses ${symbol(name)} on ${given}, which it cannot`);
    }
    return results.every(result => result === results[0]) ? results[0] : ANY;
  }
}

function takes(
  wanted: readonly ({ name: string } | undefined)[],
  types: readonly StaticType[],
): boolean {
  const names = wanted.flatMap(each => (each ? [each.name] : []));
  return (
    names.length === types.length &&
    names.every(
      (name, index) => [name, ANY].includes(types[index]) || name === ANY,
    )
  );
}

const constants: Record<string, StaticType> = {
  boolValue: BOOL,
  int64Value: 'int',
  uint64Value: 'uint',
  doubleValue: 'double',
  stringValue: 'string',
  bytesValue: 'bytes',
  nullValue: 'null_type',
};

function typeOfConstant(kind: string | undefined): StaticType {
  return constants[kind ?? ''] ?? ANY;
}

/** An operator as its author writes it. */
function symbol(name: string): string {
  return name === '_?_:_' ? '? :' : name.replace(/^[_@]|_$/g, '');
}

function promote(args: readonly Node[], types: StaticType[]): void {
  if (!types.some(type => type === ANY || type === 'double')) return;
  args.forEach(({ exprKind }, index) => {
    if (exprKind.case !== 'constExpr') return;
    const { constantKind } = exprKind.value;
    if (constantKind.case !== 'int64Value') return;
    exprKind.value.constantKind = {
      case: 'doubleValue',
      value: Number(constantKind.value),
    };
    types[index] = 'double';
  });
}

/**
 * The type that an expression gives, with what can never work in it. Whole
 * numbers as written become doubles beside what a payload holds, in place:
 * every number of JSON is a double to CEL.
 */
export function checkTypes(root: Node): { type: StaticType; faults: string[] } {
  const faults: string[] = [];
  const type = new Checker(faults).typeOf(root, new Map());
  return { type, faults: [...new Set(faults)] };
}
