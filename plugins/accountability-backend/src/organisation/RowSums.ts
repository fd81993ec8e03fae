import { OrganisationRow } from 'backstage-plugin-accountability-common';
import { StateSums } from './StateSums';

/** Sums by row, each under a key of its own. */
export class RowSums {
  readonly #byKey = new Map<string, StateSums>();

  /** Adds the sums over services to the row of a key. */
  add(key: string, more: StateSums): void {
    const sums = this.#byKey.get(key) ?? new StateSums();
    this.#byKey.set(key, sums);
    sums.add(more);
  }

  /** The row of a key; none where no service was added to it. */
  row(
    key: string,
    row: Omit<OrganisationRow, 'services' | 'coverage' | 'burdens'>,
  ): OrganisationRow[] {
    const sums = this.#byKey.get(key);
    if (!sums) return [];
    const { services } = sums;
    return [
      { ...row, services, coverage: sums.coverage(), burdens: sums.cells() },
    ];
  }
}
