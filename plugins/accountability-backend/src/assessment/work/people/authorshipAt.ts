import {
  AuthorshipDay,
  knownDays,
} from 'backstage-plugin-accountability-engine';

const dayMs = 86_400_000;

/** How far back it is told who worked on what: as far as facts look. */
export const authorshipReachMs = knownDays * dayMs;

/** Who worked on what as of an instant; undefined where nobody told of authors. */
export function authorshipAt(
  days: readonly AuthorshipDay[],
  at: number,
): AuthorshipDay[] | undefined {
  const from = at - (at % dayMs) - authorshipReachMs;
  const told = days.filter(({ day }) => from <= day && day <= at);
  return told.length > 0 ? told : undefined;
}
