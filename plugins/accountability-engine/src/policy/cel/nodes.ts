import { create } from '@bufbuild/protobuf';
import { ExprSchema } from '@bufbuild/cel-spec/cel/expr/syntax_pb.js';
import { Param } from '../PolicyEngine';
import { Node } from './syntax';

/** An identifier. */
export function identNode(id: bigint, name: string): Node {
  return create(ExprSchema, {
    id,
    exprKind: { case: 'identExpr', value: { name } },
  });
}

function constantKindOf({ type, value }: Param) {
  switch (type) {
    case 'int':
      return { case: 'int64Value', value: BigInt(Number(value)) } as const;
    case 'double':
      return { case: 'doubleValue', value: Number(value) } as const;
    case 'bool':
      return { case: 'boolValue', value: value === true } as const;
    default:
      return { case: 'stringValue', value: String(value) } as const;
  }
}

/** A value as if it had been written in place. */
export function literalNode(id: bigint, param: Param): Node {
  if (Array.isArray(param.value)) {
    const elements = param.value.map(value =>
      literalNode(id, { type: 'string', value }),
    );
    return create(ExprSchema, {
      id,
      exprKind: { case: 'listExpr', value: { elements } },
    });
  }
  return create(ExprSchema, {
    id,
    exprKind: {
      case: 'constExpr',
      value: { constantKind: constantKindOf(param) },
    },
  });
}
