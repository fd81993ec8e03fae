import { z } from 'zod';
import { OpaAnswer } from './askOpa';

/** Violations that are told in full. */
const MOST_TOLD = 3;
const MOST_WORDS = 200;

const words = z.string().trim().min(1);
const reasons = { message: words.optional(), reason: words.optional() };
const verdict = z.union([
  z.boolean().transform(passes => ({ passes, says: undefined })),
  z
    .object({ pass: z.boolean(), ...reasons })
    .transform(({ pass, ...said }) => ({ passes: pass, says: saidIn(said) })),
  z
    .object({ allow: z.boolean(), ...reasons })
    .transform(({ allow, ...said }) => ({ passes: allow, says: saidIn(said) })),
]);
const violation = z.union([
  words,
  z.object({ message: words }).transform(({ message }) => message),
  z.object({ msg: words }).transform(({ msg }) => msg),
]);

/** What the result of a rule means: a boolean, an object that says pass or allow, or violations, of which none is a pass. */
export function readResult(result: unknown, path: string): OpaAnswer['answer'] {
  if (result === undefined) {
    return {
      status: 'unknown',
      because: `OPA has no value for ${path} and this service: see whether the policy is loaded, and give the rule a default.`,
    };
  }
  const said = verdict.safeParse(result);
  if (said.success) {
    const { passes, says } = said.data;
    const plain = `The rule ${path} of OPA says ${passes ? 'yes' : 'no'}.`;
    return {
      status: passes ? 'pass' : 'fail',
      because: says === undefined ? plain : asSentence(says),
    };
  }
  const violations = z.array(violation).safeParse(result);
  if (violations.success) return judge(violations.data, path);
  return {
    status: 'error',
    because: `OPA answers for ${path} with something that is no verdict: have the rule give true or false, an object with pass or allow, or a set of violations with a message each.`,
  };
}

function judge(
  violations: readonly string[],
  path: string,
): OpaAnswer['answer'] {
  if (violations.length === 0) {
    const because = `The rule ${path} of OPA finds no violation.`;
    return { status: 'pass', because };
  }
  // A set has no order: sorted, the same violations are the same sentence.
  const told = [...violations].sort().slice(0, MOST_TOLD);
  const more = violations.length - told.length;
  const tail = more > 0 ? ` And ${more} more.` : '';
  return {
    status: 'fail',
    because: `${told.map(asSentence).join(' ')}${tail}`,
  };
}

function saidIn(said: { message?: string; reason?: string }) {
  return said.message ?? said.reason;
}

/** On one line, of bounded length, with an end. */
function asSentence(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const cut =
    line.length > MOST_WORDS ? `${line.slice(0, MOST_WORDS)}\u2026` : line;
  return /[.!?\u2026]$/.test(cut) ? cut : `${cut}.`;
}
