import { formatInstant } from '../time';
import { CompiledScorecard } from '../policy/CompiledPolicy';
import { PolicyScope, whetherScored } from '../policy';

/** Why a scorecard's check is not asked of a service, or cannot be. */
export interface NotAsked {
  outcome: 'skip' | 'unknown' | 'error';
  /** One sentence. */
  because: string;
}

/**
 * Whether a scorecard judges a service at all, for a gate that wants one of
 * its checks; undefined where it does. A gate holds nobody to a standard that
 * is a draft, not yet in force, or for others.
 */
export function whetherAsked(
  scorecard: CompiledScorecard | undefined,
  scope: PolicyScope,
): NotAsked | undefined {
  if (!scorecard) {
    const because =
      'Its scorecard is not in the policy in force; see the faults of its file.';
    return { outcome: 'error', because };
  }
  const { title, draft, effectiveFrom } = scorecard;
  const skip = (because: string): NotAsked => ({ outcome: 'skip', because });
  if (draft) return skip(`${title} is a draft and judges nobody yet.`);
  if (effectiveFrom !== undefined && scope.now < effectiveFrom) {
    return skip(
      `${title} judges nobody before ${formatInstant(effectiveFrom)}.`,
    );
  }
  const scored = whetherScored(scorecard, scope);
  if (scored === 'false') return skip(`${title} is not for this service.`);
  return scored === 'unknown'
    ? { outcome: 'unknown', because: sayUnknown(scorecard, scope) }
    : undefined;
}

function sayUnknown(
  { title, conditions }: CompiledScorecard,
  scope: PolicyScope,
): string {
  const open = conditions.filter(
    condition =>
      whetherScored({ match: undefined, conditions: [condition] }, scope) ===
      'unknown',
  );
  const missing = open
    .flatMap(({ expression }) => expression.facts)
    .flatMap(id => {
      const fact = scope.facts.get(id);
      if (fact?.status === 'known') return [];
      return [`${id} (${fact ? fact.because : 'it was not measured'})`];
    });
  const names = open.map(({ name }) => name).join(', ');
  const why = missing.length > 0 ? `, for want of ${missing.join(', ')}` : '';
  return `Whether ${title} is for this service is unknown: its condition ${names} cannot be told${why}.`;
}
