import { Clause } from 'backstage-plugin-accountability-common';

/** How a value is compared with its limit. */
export type Comparison =
  | 'atMost'
  | 'below'
  | 'atLeast'
  | 'above'
  | 'equals'
  | 'differs';

/** A clause of the form `fact <operator> constant`. */
export interface FactLimit {
  /** What is compared, as written. */
  operand: string;
  comparison: Comparison;
  limit: number | boolean;
}

const words: Record<string, Comparison> = {
  '<=': 'atMost',
  '<': 'below',
  '>=': 'atLeast',
  '>': 'above',
  '==': 'equals',
  '!=': 'differs',
};

const turned: Record<string, string> = {
  '<=': '>=',
  '<': '>',
  '>=': '<=',
  '>': '<',
  '==': '==',
  '!=': '!=',
};

const operand = String.raw`[A-Za-z_][\w.]*`;
const number = String.raw`-?\d+(?:\.\d+)?`;
const constant = String.raw`${number}(?:\s*\*\s*${number})*|true|false`;
const operator = '<=|>=|==|!=|<|>';
const plain = new RegExp(`^(${operand})\\s*(${operator})\\s*(${constant})$`);
const reversed = new RegExp(`^(${constant})\\s*(${operator})\\s*(${operand})$`);
const bare = new RegExp(`^(!?)(${operand})$`);

/** Reads a clause that compares one thing with a constant; absent where it says more than that. */
export function readComparison(clause: Clause): FactLimit | undefined {
  const text = clause.text.trim();
  const there = plain.exec(text);
  if (there) {
    return {
      operand: there[1],
      comparison: words[there[2]],
      limit: readConstant(there[3]),
    };
  }
  const back = reversed.exec(text);
  if (back) {
    return {
      operand: back[3],
      comparison: words[turned[back[2]]],
      limit: readConstant(back[1]),
    };
  }
  const alone = bare.exec(text);
  if (alone && clause.facts.includes(alone[2])) {
    return { operand: alone[2], comparison: 'equals', limit: alone[1] === '' };
  }
  return undefined;
}

function readConstant(text: string): number | boolean {
  if (text === 'true') return true;
  if (text === 'false') return false;
  return text.split('*').reduce((product, part) => product * Number(part), 1);
}
