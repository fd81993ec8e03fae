import { parse } from '@bufbuild/cel';
import { Node, depthOf } from './syntax';

/** An expression is read at a glance; this is far more than one. */
const MOST_CHARACTERS = 2000;
const MOST_LEVELS = 150;
const TOO_DEEP = 'is nested too deeply; write it shorter';

type Parsed = { ok: true; root: Node } | { ok: false; because: string };

const refuse = (because: string): Parsed => ({ ok: false, because });

/** Parses CEL; what cannot be read is told with its place and a hint. */
export function parseExpression(text: string): Parsed {
  if (text.trim() === '') return refuse('is empty; write an expression');
  if (text.length > MOST_CHARACTERS) {
    return refuse(
      `is longer than ${MOST_CHARACTERS} characters; write it shorter`,
    );
  }
  try {
    const root = parse(text).expr;
    return depthOf(root) > MOST_LEVELS ? refuse(TOO_DEEP) : { ok: true, root };
  } catch (error) {
    if (error instanceof RangeError) return refuse(TOO_DEEP);
    return refuse(describe(text, offsetOf(error)));
  }
}

function offsetOf(error: unknown): number {
  const location: unknown = Reflect.get(Object(error), 'location');
  const start: unknown = Reflect.get(Object(location), 'start');
  return Number(Reflect.get(Object(start), 'offset') ?? 0);
}

/** Words that CEL keeps for itself; senders use them as names of fields all the same. */
const RESERVED =
  /^(as|break|const|continue|else|for|function|if|import|in|let|loop|namespace|package|return|var|void|while)\b/;

function describe(text: string, offset: number): string {
  const rest = text.slice(offset);
  const word = RESERVED.exec(rest)?.[1];
  if (word) {
    const holder = /([\w.]+)\.$/.exec(text.slice(0, offset))?.[1] ?? 'payload';
    return `names "${word}", which is a word of CEL; write ${holder}["${word}"]`;
  }
  return `cannot be read from character ${offset + 1} on: ${hintAt(
    text,
    rest,
  )}`;
}

function hintAt(text: string, rest: string): string {
  const word = /\b(and|or|not)\b/i.exec(rest)?.[1]?.toLowerCase();
  if (/^\s*=[^=]/.test(rest)) return 'a comparison is written ==';
  if (/^\s*["']/.test(rest)) return 'the text in quotes is not closed';
  if (/(&&|\|\||[<>=+*/%-])\s*$/.test(text)) {
    return 'something is missing after the operator at its end';
  }
  if (word) {
    const operators: Record<string, string> = { and: '&&', or: '||', not: '!' };
    return `"${word}" is written ${operators[word]}`;
  }
  return 'check the operator before it and the brackets';
}
