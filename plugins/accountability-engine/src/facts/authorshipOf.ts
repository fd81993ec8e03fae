import { AuthorshipDay, countChanges } from '../knowledge';
import { DAY, nextDailyTurn } from '../time';
import { FactContext, Measurement } from './defineFact';
import { minimumShareSample } from './measureShare';
import { onceFor } from './onceFor';

/** So far back work on code is known still (JetBrains: 547 days, one and a half years). */
export const knownDays = 547;

/** Days after which work weighs only e to the -1 of what it did. */
const fadeDays = 90;

/** One such part is the finest that is told apart, so that sums of weights are exact and hang on no order. */
const finest = 2 ** -20;

/** Who worked on the code of a service within 547 days, and what that still weighs. */
export interface Authorship {
  rows: readonly AuthorshipDay[];
  /** Changes and half the reviews, faded by their age. */
  weigh(row: AuthorshipDay): number;
  /** At least so many changes. */
  changes: number;
}

const factors = Array.from(
  { length: knownDays + 1 },
  (_, age) => Math.round(Math.exp(-age / fadeDays) / finest) * finest,
);

interface Rows extends Pick<FactContext, 'now' | 'service'> {
  rows: readonly AuthorshipDay[];
}

// The list is one of this service as of `now`, so that it stands for them too.
const readRows = onceFor(
  ({ rows }: Rows) => rows,
  ({ rows, now, service }): Authorship => {
    const turn = nextDailyTurn(now, service.entityRef) - DAY;
    const ageOf = (day: number) => Math.max(0, Math.floor((turn - day) / DAY));
    const kept = rows.filter(({ day }) => ageOf(day) <= knownDays);
    return {
      rows: kept,
      changes: countChanges(kept),
      weigh: ({ day, changes, reviews }) =>
        factors[ageOf(day)] * (changes + reviews / 2),
    };
  },
);

/**
 * Authorship as of the service's last turn of the day, so that it fades at the
 * next one and not meanwhile; or why nothing can be said of it.
 */
export function authorshipOf(
  context: FactContext,
): Authorship | Extract<Measurement, { status: 'unknown' }> {
  if (context.authorship === undefined) {
    return {
      status: 'unknown',
      reason: 'never-collected',
      because:
        'Nobody told who wrote the changes of this service; let the source of changes send authors and paths',
    };
  }
  const known = readRows({ ...context, rows: context.authorship });
  if (known.changes >= minimumShareSample) return known;
  return {
    status: 'unknown',
    reason: 'insufficient-data',
    sampleSize: known.changes,
    because: `Authors of only ${known.changes} changes are known of the last ${knownDays} days; it takes at least ${minimumShareSample}`,
  };
}

/** When work fades next. */
export function nextFade({ now, service }: FactContext): number {
  return nextDailyTurn(now, service.entityRef);
}
