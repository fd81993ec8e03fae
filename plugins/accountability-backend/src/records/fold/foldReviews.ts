import {
  ChangeEvent,
  ChangeReview,
} from 'backstage-plugin-accountability-common';
import { lastGiven } from './lastGiven';

/**
 * Reviews that stand, oldest first: those that a sender told all at once, else
 * of each that was told of one by one the last verdict. Undefined where none
 * was told of.
 */
export function foldReviews(
  events: readonly ChangeEvent[],
): ChangeReview[] | undefined {
  const atOnce = lastGiven(events, 'reviews');
  if (atOnce) return [...atOnce].sort((a, b) => a.at - b.at);
  const told = events.filter(({ review }) => review !== undefined);
  if (told.length === 0) return undefined;
  const standing = new Map<string, ChangeReview>();
  for (const { review, at } of told) {
    if (!review) continue;
    const { id, verdict, ...rest } = review;
    standing.delete(id);
    if (verdict !== 'withdraw') standing.set(id, { ...rest, verdict, at });
  }
  return [...standing.values()].sort((a, b) => a.at - b.at);
}
