import { CelValue, isCelError, isCelType, plan } from '@bufbuild/cel';
import { PayloadSize } from '../payload/readPayload';
import { Place } from '../mapping/Place';
import { StaticType, checkTypes } from './checkTypes';
import { bindScope } from './bindScope';
import { environment } from './environment';
import { estimateSteps } from './estimateSteps';
import { namesRead } from './namesRead';
import { parseExpression } from './parseExpression';
import { Scope } from './Scope';
import { Node } from './syntax';

/** An expression that was checked and can be evaluated. */
export interface Expression {
  /** As its author wrote it. */
  text: string;
  root: Node;
  /** CEL's name of the type it gives, `dyn` where only the payload knows. */
  type: StaticType;
  headers: ReadonlySet<string>;
  readsItem: boolean;
  stepsOn(size: PayloadSize): number;
  /** The value; undefined where nothing is there: a missing field, null, a blank text, an operation that failed. */
  evaluate(scope: Scope): CelValue | undefined;
}

/** An expression as a sentence shows it. */
const quote = (text: string) =>
  `\`${text.length > 200 ? `${text.slice(0, 200)}…` : text}\``;

/** Compiles an expression; what is wrong with it is told at its place. */
export function compileExpression(
  text: unknown,
  place: Place,
): Expression | undefined {
  if (typeof text !== 'string') {
    return place.refuse(
      `has to be an expression in single quotes, and is ${nameOfKind(text)}`,
    );
  }
  const parsed = parseExpression(text);
  if (!parsed.ok) return place.refuse(`${quote(text)} ${parsed.because}`);
  const { root } = parsed;
  const { names, headers, allHeaders } = namesRead(root);
  const { type, faults } = checkTypes(root);
  const wrong = [
    ...faults,
    ...faultsOfNames({ names, headers, allHeaders }, place),
  ];
  if (wrong.length > 0) {
    return place.refuse(`${quote(text)} ${wrong.join(', and it ')}`);
  }
  const run = plan(environment, root);
  return {
    text,
    root,
    type,
    headers,
    readsItem: names.has('item'),
    stepsOn: size => estimateSteps(root, size),
    evaluate: scope => {
      const value = run(bindScope(names, scope));
      return isCelError(value) || isNothing(value) ? undefined : value;
    },
  };
}

function nameOfKind(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function faultsOfNames(
  read: ReturnType<typeof namesRead>,
  place: Place,
): string[] {
  const secret = place.secretHeaders.find(name => read.headers.has(name));
  return [
    ...(read.names.has('item') && !place.hasItem
      ? ['reads item, which is there only beside each']
      : []),
    ...(read.allHeaders
      ? ['uses all headers; name one in quotes: headers["x-event"]']
      : []),
    ...(secret
      ? [`reads the header ${secret}, which holds a secret and is not kept`]
      : []),
  ];
}

function isNothing(value: CelValue): boolean {
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value === 'number') return !Number.isFinite(value);
  return value === null || isCelType(value);
}
