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

/** Sums over some services. */
export class StateSums {
  readonly #counts = new Uint32Array(countSize);
  readonly #weeks = new Uint32Array(placeOf(pointCount, 0));
  #services = 0;

  static of(states: readonly ServiceState[]): StateSums {
    const sums = new StateSums();
    for (const { counts, weeks } of states) {
      sums.addNumbers({ services: 1, counts, weeks });
    }
    return sums;
  }

  get services(): number {
    return this.#services;
  }

  /** Adds the sums over other services. */
  add(others: StateSums): void {
    const services = others.#services;
    this.addNumbers({
      ...{ services, counts: others.#counts, weeks: others.#weeks },
    });
  }

  private addNumbers(others: {
    services: number;
    counts: ArrayLike<number>;
    weeks: ArrayLike<number>;
  }): void {
    const { counts, weeks } = others;
    this.#services += others.services;
    for (let i = 0; i < this.#counts.length; i++) this.#counts[i] += counts[i];
    for (let i = 0; i < this.#weeks.length; i++) this.#weeks[i] += weeks[i];
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
