import { OwnerAt, OwnerSpan } from 'backstage-plugin-accountability-common';
import { firstAfter } from './firstAfter';
import { formatDay } from './formatDay';

/**
 * A lookup of who answered for a service at an instant. Where spans overlap,
 * the one begun last holds; spans may come in any order.
 */
export function ownerAtOf(
  spans: readonly OwnerSpan[],
): (at: number) => OwnerAt {
  const sorted = [...spans].sort(bySpanStart);
  return at => {
    let index = firstAfter(sorted, at, span => span.from) - 1;
    while (index >= 0 && !isOpenAt(sorted[index], at)) index--;
    if (index < 0) return { status: 'unknown', because: whyNobody(sorted, at) };
    const { owner, resolves } = sorted[index];
    return { status: 'known', owner, resolves };
  };
}

function isOpenAt(span: OwnerSpan, at: number): boolean {
  return span.to === undefined || at < span.to;
}

function whyNobody(sorted: readonly OwnerSpan[], at: number): string {
  if (sorted.length === 0) return 'No owner of this service was ever recorded.';
  if (at < sorted[0].from) {
    return `Owners of this service are known from ${formatDay(
      sorted[0].from,
    )} on, not before.`;
  }
  return `Nobody owned this service on ${formatDay(at)}.`;
}

// Ties are broken by content, so that the order of arrival never decides.
function bySpanStart(a: OwnerSpan, b: OwnerSpan): number {
  return (
    a.from - b.from ||
    (a.to ?? Infinity) - (b.to ?? Infinity) ||
    compare(a.origin, b.origin) ||
    compare(a.owner, b.owner)
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
