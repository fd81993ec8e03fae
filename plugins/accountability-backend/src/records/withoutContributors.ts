import {
  ChangeEvent,
  ChangeRecord,
  RecordEvent,
} from 'backstage-plugin-accountability-common';

/** A change that names no contributor any more. */
export function withoutContributors(change: ChangeRecord): ChangeRecord {
  const { author: _, sponsor: __, reviews, ...rest } = change;
  return { ...rest, ...(reviews && { reviews: reviews.map(nameless) }) };
}

/** The same of an event of a change. */
export function eventWithoutContributors(event: ChangeEvent): ChangeEvent {
  const { author: _, sponsor: __, review, reviews, ...rest } = event;
  return {
    ...rest,
    ...(review && { review: nameless(review) }),
    ...(reviews && { reviews: reviews.map(nameless) }),
  };
}

/** Whether any of the events names a contributor. */
export function namesContributors(events: readonly RecordEvent[]): boolean {
  return events.some(
    event =>
      event.kind === 'change' &&
      (event.author !== undefined ||
        event.sponsor !== undefined ||
        event.review?.by !== undefined ||
        event.reviews?.some(({ by }) => by !== undefined)),
  );
}

function nameless<T extends { by?: string }>({
  by: _,
  ...review
}: T): Omit<T, 'by'> {
  return review;
}
