import { byStart } from '../delivery';
import { firstAfter } from '../time';
import { AttributionProfile } from './AttributionProfile';
import { IndexedDeployment } from './IndexedDeployment';

/** More changes than this near one incident add nothing to an answer. */
const mostNear = 100;

/** Deployments in the order of their anchors. */
export class Timeline {
  private readonly items: IndexedDeployment[];
  /** Latest `chargeableUntil` of everything up to the same place. */
  private readonly latestChargeable: number[] = [];

  constructor(items: IndexedDeployment[]) {
    this.items = items.sort(
      (a, b) => a.anchorAt - b.anchorAt || byStart(a.record, b.record),
    );
    for (const { chargeableUntil } of this.items) {
      const latest = this.latestChargeable.at(-1) ?? -Infinity;
      this.latestChargeable.push(Math.max(latest, chargeableUntil));
    }
  }

  chargeableAt(
    at: number,
    profile: Pick<AttributionProfile, 'comparator' | 'redeploys'>,
  ): IndexedDeployment[] {
    const found: IndexedDeployment[] = [];
    const last = profile.comparator === 'before' ? at - 1 : at;
    let place = firstAfter(this.items, last, item => item.anchorAt) - 1;
    // Where they are no changes, redeployments come in any number before one.
    let changes = 0;
    while (
      place >= 0 &&
      this.latestChargeable[place] >= at &&
      changes < mostNear
    ) {
      const item = this.items[place];
      if (item.chargeableUntil >= at) {
        found.push(item);
        if (profile.redeploys || !item.redeployOf) changes++;
      }
      place--;
    }
    return found;
  }
}
