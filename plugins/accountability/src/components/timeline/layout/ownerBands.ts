import { Attribution, OwnerSpan } from 'backstage-plugin-accountability-common';
import { TimeScale } from './scale';

/** A stretch of the window with one owner, or with none known. */
export interface OwnerBand {
  owner?: string;
  from: number;
  /** When this owner began, possibly before the window. */
  since?: number;
  x: number;
  width: number;
  /** Deployments of this owner's time that are charged with an incident of the window. */
  charged: number;
}

/** Cuts owner spans to the window and fills the stretches between them with nobody. */
export function ownerBands(
  spans: OwnerSpan[],
  input: { scale: TimeScale; attributions: Attribution[] },
): OwnerBand[] {
  const { scale, attributions } = input;
  const cut = [...spans]
    .sort((a, b) => a.from - b.from)
    .map(span => ({
      ...span,
      since: span.from,
      from: Math.max(span.from, scale.from),
      to: Math.min(span.to ?? scale.to, scale.to),
    }))
    .filter(span => span.to > span.from);
  const bands: OwnerBand[] = [];
  let reached = scale.from;
  for (const span of cut) {
    if (span.from > reached) bands.push(band(scale, reached, span.from));
    bands.push({
      ...band(scale, span.from, span.to),
      owner: span.owner,
      since: span.since,
      charged: chargedTo(span.owner, attributions, span),
    });
    reached = Math.max(reached, span.to);
  }
  if (reached < scale.to) bands.push(band(scale, reached, scale.to));
  return bands;
}

function band(scale: TimeScale, from: number, to: number): OwnerBand {
  const x = scale.x(from);
  return { from, x, width: scale.x(to) - x, charged: 0 };
}

/** Failed changes of an owner in a span: distinct causes, so two incidents of one deployment count once. */
function chargedTo(
  owner: string,
  attributions: Attribution[],
  span: { from: number; to: number },
): number {
  const causes = attributions.flatMap(each => {
    const { cause, causeOwner, lagMs = 0 } = each;
    const begun = each.incidentStartedAt - lagMs;
    const inside = begun >= span.from && begun < span.to;
    const same = causeOwner?.status === 'known' && causeOwner.owner === owner;
    return cause && same && inside ? [cause] : [];
  });
  return new Set(causes).size;
}
