import {
  ChangeRecord,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { Contributions } from './Contributions';

/** A record that names each person by one key, whichever of theirs its source gave. */
export function asPersons(
  record: ServiceRecord,
  { personOf }: Contributions,
): ServiceRecord {
  return record.kind === 'change' && personOf.size > 0
    ? { ...record, ...keysOf(record, personOf) }
    : record;
}

function keysOf(
  { author, sponsor, reviews }: ChangeRecord,
  personOf: ReadonlyMap<string, string>,
): Pick<ChangeRecord, 'author' | 'sponsor' | 'reviews'> {
  const one = (key: string) => personOf.get(key) ?? key;
  return {
    ...(author !== undefined && { author: one(author) }),
    ...(sponsor !== undefined && { sponsor: one(sponsor) }),
    ...(reviews && {
      reviews: reviews.map(review =>
        review.by === undefined ? review : { ...review, by: one(review.by) },
      ),
    }),
  };
}
