import {
  ChangeEvent,
  RecordEvent,
} from 'backstage-plugin-accountability-common';
import { Collected } from 'backstage-plugin-accountability-node';
import { KeyOf } from '../database/createKeyOf';

/** Puts keys in the place of contributors' names, before anything of a delivery is kept. */
export function keyContributors(collected: Collected, keyOf: KeyOf): Collected {
  if (collected.status !== 'accepted') return collected;
  const events = collected.events.map(
    (event): RecordEvent =>
      event.kind === 'change' ? keyChange(event, keyOf) : event,
  );
  return { ...collected, events };
}

function keyChange(event: ChangeEvent, keyOf: KeyOf): ChangeEvent {
  const { author, sponsor, review, reviews } = event;
  const keyBy = <T extends { by?: string }>(given: T): T =>
    given.by === undefined ? given : { ...given, by: keyOf(given.by) };
  return {
    ...event,
    ...(author !== undefined && { author: keyOf(author) }),
    ...(sponsor !== undefined && { sponsor: keyOf(sponsor) }),
    ...(review && { review: keyBy(review) }),
    ...(reviews && { reviews: reviews.map(keyBy) }),
  };
}
