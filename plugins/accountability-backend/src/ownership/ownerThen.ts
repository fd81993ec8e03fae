import { OwnerAt, OwnerSpan } from 'backstage-plugin-accountability-common';

/** Who owned a service at an instant, by its spans as they are read: oldest first, none over another. */
export function ownerThen(spans: readonly OwnerSpan[], at: number): OwnerAt {
  const span = spans.findLast(
    ({ from, to }) => from <= at && (to === undefined || at < to),
  );
  if (span) {
    return { status: 'known', owner: span.owner, resolves: span.resolves };
  }
  return {
    status: 'unknown',
    because:
      spans.length > 0
        ? 'No owner of this service is known for that time.'
        : 'No owner of this service was ever recorded.',
  };
}
