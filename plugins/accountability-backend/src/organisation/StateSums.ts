import {
  burdens,
  CheckStatus,
  Coverage,
  OrganisationCell,
  OrganisationTrend,
} from 'backstage-plugin-accountability-common';
import { burdenStatusOf } from '../assessment';
import { ServiceState } from './ServiceState';
import { countSize } from './countResults';
import { placeOf } from './countWeeks';
import { statusOrder } from './statusOrder';
import { fourWeeksAgo, pointCount } from './weekStarts';

/** Numbers of one point of a trend. */
const perPoint = burdens.length * 2;

/** Sums over some services, whose results come to be added one service after the other. */
export class StateSums {
  readonly #counts = new Uint32Array(countSize);
  readonly #weeks = new Uint32Array(pointCount * perPoint);
  readonly #points: { from: number; to: number };
  services = 0;

  /** `trend`: all weeks are added, and not only how it was four weeks ago. */
  constructor(trend = false) {
    const from = fourWeeksAgo * perPoint;
    this.#points = trend
      ? { from: 0, to: pointCount * perPoint }
      : { from, to: from + perPoint };
  }

  add({ counts, weeks }: ServiceState): void {
    this.services++;
    for (let i = 0; i < countSize; i++) this.#counts[i] += counts[i];
    const { from, to } = this.#points;
    for (let i = from; i < to; i++) this.#weeks[i] += weeks[i];
  }

  /** One cell for each burden, in their order; those without a check included. */
  cells(): OrganisationCell[] {
    return burdens.map((burden, at) => {
      const of = (status: CheckStatus) =>
        this.#counts[at * statusOrder.length + statusOrder.indexOf(status)];
      const notPassing = of('warn') + of('fail');
      const known = of('pass') + of('exempt') + notPassing;
      const before = placeOf(fourWeeksAgo, at);
      return {
        burden,
        status: burdenStatusOf(of),
        notPassing,
        known,
        applicable: known + of('unknown'),
        before: {
          notPassing: this.#weeks[before + 1],
          known: this.#weeks[before],
        },
      };
    });
  }

  coverage(): Coverage {
    return this.cells().reduce(
      (sum, { known, applicable }) => {
        return {
          known: sum.known + known,
          applicable: sum.applicable + applicable,
        };
      },
      { known: 0, applicable: 0 },
    );
  }

  /** Each burden at the instants of the trend and now. */
  trends(starts: readonly number[], now: number): OrganisationTrend[] {
    return burdens.map((burden, at) => {
      return {
        burden,
        points: [...starts, now].map((start, point) => {
          const place = placeOf(point, at);
          return {
            at: start,
            notPassing: this.#weeks[place + 1],
            known: this.#weeks[place],
          };
        }),
      };
    });
  }
}
