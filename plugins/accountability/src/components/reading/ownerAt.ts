import { OwnerSpan } from 'backstage-plugin-accountability-common';

/** The owner of an instant and the one before it, as spans; from is inclusive, to exclusive. */
export function ownersAround(spans: OwnerSpan[], at: number) {
  const sorted = [...spans].sort((a, b) => a.from - b.from);
  const now = sorted.filter(
    span => span.from <= at && (span.to === undefined || at < span.to),
  );
  const current = now[now.length - 1];
  const before = sorted.filter(
    span => span.from < (current?.from ?? at) && span.from <= at,
  );
  return { current, previous: before[before.length - 1] };
}

/** The name part of an entity ref: `group:default/payments-core` is `payments-core`. */
export function refName(ref: string): string {
  return ref.split('/').pop() ?? ref;
}
