import { AuthorshipDay } from 'backstage-plugin-accountability-engine';
import { busyContributor } from './busyPeople';
import { DAY, drawn } from './nthRecord';

/** Changes that a very busy service had in the 18 months that knowledge is told by, and areas that each touches. */
const CHANGES = 50_000;
const AREAS_OF_ONE = 3;
const REACH_DAYS = 547;

/** Who worked on which area on which day: one row for each area of 50,000 changes. */
export function busyAuthorship(now: number): AuthorshipDay[] {
  const today = Math.floor(now / DAY) * DAY;
  return Array.from({ length: CHANGES * AREAS_OF_ONE }, (_, place) => {
    const n = Math.floor(place / AREAS_OF_ONE);
    return {
      area: `src/area${drawn(place, 30, 51)}`,
      contributor: busyContributor(drawn(n, 40, 52)),
      day: today - drawn(n, REACH_DAYS, 53) * DAY,
      changes: 1,
      reviews: drawn(n, 2, 54),
    };
  });
}
