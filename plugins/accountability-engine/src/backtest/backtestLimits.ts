import { CompiledPolicy, FactType } from '../policy';
import { backtestFacts } from './backtestFacts';
import { notKept } from './pastFacts';

/** Facts named in one sentence. */
const MOST_NAMED = 10;

/** What a backtest of a candidate cannot say, as sentences for who reads its report. */
export function backtestLimits(
  candidate: CompiledPolicy,
  { facts, weeks }: { facts: readonly FactType[]; weeks: number },
): string[] {
  return [
    'Services, their owners and what the catalog says of them are those of today, in the past too; what has left the catalog is not in it.',
    'A past week is judged by the values kept of the day before it began, as they are known today.',
    'Exemptions hold in what is said of now; those of then are not applied to the past.',
    `Incidents are compared only where it is known, at the beginning and the end of ${
      weeks === 1 ? 'a week' : `${weeks} weeks`
    }, whether a service had any.`,
    ...ofTime(candidate),
    ...ofWords(candidate, facts),
    ...ofWhatIsNotRun(candidate),
  ];
}

function ofTime({ scorecards }: CompiledPolicy): string[] {
  const waits = scorecards.some(
    ({ draft, effectiveFrom, checks }) =>
      draft ||
      effectiveFrom !== undefined ||
      checks.some(({ enforceFrom }) => enforceFrom !== undefined),
  );
  return waits
    ? [
        'The candidate is run as if all of it held already: draft, effectiveFrom and enforceFrom are left aside.',
      ]
    : [];
}

function ofWords(
  candidate: CompiledPolicy,
  facts: readonly FactType[],
): string[] {
  const read = new Set(backtestFacts(candidate));
  const words = notKept(facts).filter(id => read.has(id));
  if (words.length === 0) return [];
  const more = words.length - MOST_NAMED;
  const named = `${words.slice(0, MOST_NAMED).join(', ')}${
    more > 0 ? ` and ${more} more` : ''
  }`;
  return [
    `Of past days numbers are kept and no words: what reads ${named} is unknown in the past.`,
  ];
}

function ofWhatIsNotRun({ scorecards, gates }: CompiledPolicy): string[] {
  const checks = scorecards.flatMap(scorecard => scorecard.checks);
  const off = checks.filter(({ mode }) => mode === 'off').length;
  const asked = checks.some(({ program }) => !('expression' in program));
  return [
    ...(asked
      ? [
          'Other engines are not asked: their checks are unknown, now and in the past.',
        ]
      : []),
    ...(off > 0
      ? [`Checks that are off are not asked and not in the report: ${off}.`]
      : []),
    ...(gates.length > 0
      ? ['Gates are not run; their rules that name a check say what it says.']
      : []),
  ];
}
