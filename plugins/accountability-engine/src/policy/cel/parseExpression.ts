import { parse } from '@bufbuild/cel';
import { ExpressionFault } from '../PolicyEngine';
import { depthOf } from './syntax';

/** An expression as parsed, with the places of its nodes. */
export type ParsedExpression = ReturnType<typeof parse>;

const MAX_LENGTH = 4096;
const MAX_DEPTH = 100;
/** Deeper than brackets, since a chain of sums is a level a term. */
const MAX_TREE_DEPTH = 250;
const TOO_DEEP =
  'the expression is nested too deeply (split it into several checks)';

const OPTIONAL =
  'optional values are not available here (write has(x) ? x : y)';

const otherOperators: Readonly<Record<string, string | undefined>> = {
  and: '&&',
  or: '||',
  not: '!',
  is: '==',
};

type ParseResult =
  | { ok: true; parsed: ParsedExpression }
  | { ok: false; fault: ExpressionFault };

const fault = (offset: number, message: string): ParseResult => ({
  ok: false,
  fault: { offset, message },
});

/** The same text with what is inside quotes blanked, so that places stay. */
function withoutStrings(source: string): string {
  return source.replace(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g, text =>
    '_'.repeat(text.length),
  );
}

function tooDeepAt(source: string): number | undefined {
  let depth = 0;
  for (let index = 0; index < source.length; index++) {
    if ('([{'.includes(source[index])) depth += 1;
    if (')]}'.includes(source[index])) depth -= 1;
    if (depth > MAX_DEPTH) return index;
  }
  return undefined;
}

/** Slips that are seen at the place where the parser stopped. */
const slips: [RegExp, string][] = [
  [/^===/, "'===' is not an operator (write ==)"],
  [/^!==/, "'!==' is not an operator (write !=)"],
  [/^<>/, "'<>' is not an operator (write !=)"],
  [/^=~/, "'=~' is not an operator (write x.matches('^RE2$'))"],
  [/^=[^=]/, "a single '=' compares nothing (write ==)"],
  [/^&[^&]/, "'&' is not an operator (write &&)"],
  [/^\|[^|]/, "'|' is not an operator (write ||)"],
  [/^(\?\?|\.\?|\[\?)/, OPTIONAL],
  [/^\?(?!.*:)/s, 'a choice has two outcomes (write x ? y : z)'],
  [/^#/, 'comments begin with // in an expression'],
  [/^["']/, 'the string is not closed (add the quote that ends it)'],
];

function hintAt(source: string, offset: number): string {
  const rest = source.slice(offset).trimStart();
  const word = /^(and|or|not|is|in)\b/i.exec(rest)?.[1];
  const instead = word && otherOperators[word.toLowerCase()];
  if (instead) return `'${word}' is not an operator (write ${instead})`;
  if (/^not\b/i.test(source.trim())) {
    return "'not' is not an operator (write !)";
  }
  if (/(&&|\|\||[<>=+*/%!-])\s*$/.test(source)) {
    return 'the expression ends with an operator (write what comes after it or remove it)';
  }
  const slip = slips.find(([pattern]) => pattern.test(rest));
  if (slip) return slip[1];
  const found = rest[0];
  return found
    ? `unexpected '${found}' (check the operator before it and the brackets)`
    : 'the expression is not complete (check that every bracket is closed)';
}

function describe(source: string, error: unknown): ParseResult {
  if (error instanceof RangeError) {
    return fault(0, TOO_DEEP);
  }
  const message = String(Reflect.get(Object(error), 'message'));
  const location = Reflect.get(Object(error), 'location');
  const start = Reflect.get(Object(location), 'start');
  const offset = Number(Reflect.get(Object(start), 'offset') ?? 0);
  if (message.includes('reserved identifier')) {
    const name = /^\w*/.exec(source.slice(offset))?.[0];
    return fault(
      offset,
      `'${name}' is a word of CEL itself (use another name)`,
    );
  }
  return fault(offset, hintAt(source, offset));
}

/** Parses CEL within the limits of length and depth; a fault says how to mend it. */
export function parseExpression(source: string): ParseResult {
  if (!source.trim()) return fault(0, 'the expression is empty');
  if (source.length > MAX_LENGTH) {
    return fault(
      MAX_LENGTH,
      `the expression is ${source.length} characters long, more than ${MAX_LENGTH} (split it into several checks)`,
    );
  }
  const deep = tooDeepAt(withoutStrings(source));
  if (deep !== undefined) {
    return fault(
      deep,
      `brackets are nested more than ${MAX_DEPTH} deep (split it into several checks)`,
    );
  }
  try {
    const parsed = parse(source);
    if (depthOf(parsed.expr) > MAX_TREE_DEPTH) return fault(0, TOO_DEEP);
    return { ok: true, parsed };
  } catch (error) {
    return describe(source, error);
  }
}
