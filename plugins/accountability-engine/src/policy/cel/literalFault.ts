import { isCelError, run } from '@bufbuild/cel';
import { isCalendar } from './overloads';
import { Node, asCall, constantOf } from './syntax';

const DURATION = /^[+-]?((\d+(\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h))+$/;
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

function patternFault(value: unknown): string | undefined {
  if (typeof value !== 'string') {
    return "the pattern of matches() has to be a string as written, e.g. matches('^team-')";
  }
  const tried = run('"".matches(pattern)', { pattern: value });
  return isCelError(tried)
    ? `invalid pattern '${value}' (RE2 syntax, without look-around and back-references)`
    : undefined;
}

function zoneFault(value: unknown): string | undefined {
  const tried =
    typeof value === 'string'
      ? run('timestamp("2027-01-15T00:00:00Z").getHours(zone)', { zone: value })
      : undefined;
  return tried === undefined || isCelError(tried)
    ? "the zone has to be written out, e.g. 'Europe/Berlin' or '+02:00'"
    : undefined;
}

/** What is wrong with a literal argument that only shows when the expression runs. */
export function literalFault(node: Node): string | undefined {
  const call = asCall(node);
  const last = call?.args.at(-1);
  if (!call || !last) return undefined;
  const value = constantOf(last);
  if (call.name === 'matches') return patternFault(value);
  if (isCalendar(call.name)) {
    return call.args.length > 1 ? zoneFault(value) : undefined;
  }
  if (typeof value !== 'string') return undefined;
  if (call.name === 'duration' && !DURATION.test(value)) {
    return "invalid duration literal (use h, m, s: e.g. '720h' for 30 days, or days(30))";
  }
  if (call.name !== 'timestamp') return undefined;
  const tried =
    TIMESTAMP.test(value) && !isCelError(run('timestamp(t)', { t: value }));
  return tried
    ? undefined
    : "invalid timestamp literal (write the instant in full: '2027-01-15T00:00:00Z')";
}
