import { CelValue } from '@bufbuild/cel';
import { StaticType } from '../expressions/checkTypes';
import {
  Expression,
  compileExpression,
} from '../expressions/compileExpression';
import { describeAbsence } from '../expressions/describeAbsence';
import { Scope } from '../expressions/Scope';
import { Place } from '../mapping/Place';

/** An expression, or several of which the first that gives something counts. */
export interface Reading {
  expressions: readonly Expression[];
  read(scope: Scope): CelValue | undefined;
  /** Why it gave nothing. */
  describe(scope: Scope): string;
}

/** Types as an author thinks of them. */
function readable(types: readonly StaticType[]): string {
  const words = types.map(type =>
    ['int', 'uint', 'double'].includes(type)
      ? 'number'
      : type.replace(/^google\.protobuf\./, '').toLowerCase(),
  );
  return [...new Set(words)].join(' or ');
}

/** Compiles an expression or a list of them. `wanted` are CEL's names of the types that it may give. */
export function compileReading(
  given: unknown,
  place: Place,
  wanted: readonly StaticType[],
): Reading | undefined {
  const texts: unknown[] = Array.isArray(given) ? given : [given];
  if (texts.length === 0) return place.refuse('names no expression');
  const compiled = texts.map((text, index) =>
    compileOne(text, Array.isArray(given) ? place.at(index) : place, wanted),
  );
  const expressions = compiled.filter(each => each !== undefined);
  if (expressions.length < compiled.length) return undefined;
  return {
    expressions,
    read: scope => {
      for (const expression of expressions) {
        const value = expression.evaluate(scope);
        if (value !== undefined) return value;
      }
      return undefined;
    },
    describe: scope =>
      expressions.map(each => describeAbsence(each, scope)).join('; '),
  };
}

function compileOne(
  text: unknown,
  place: Place,
  wanted: readonly StaticType[],
): Expression | undefined {
  const expression = compileExpression(text, place);
  if (!expression) return undefined;
  const { type } = expression;
  return type === 'dyn' || wanted.includes(type)
    ? expression
    : place.refuse(
        `\`${expression.text}\` gives a ${readable([type])}, and a ${readable(
          wanted,
        )} is wanted`,
      );
}
