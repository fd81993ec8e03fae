import { OrganisationView } from '../../organisation';
import { FoundOrganisation } from './findOrganisation';

/** What is told of hours and days is told anew that often. */
const HOLDS_MS = 60_000;
const MOST_KEPT = 50;

/** Views that were added up a moment ago, while nothing changed since of services, policy or what the caller may read. */
export class KeptViews {
  readonly #kept = new Map<string, OrganisationView>();
  #of = '';

  /** The view of a request, added up where none is kept. */
  of(
    found: FoundOrganisation,
    add: () => OrganisationView | undefined,
  ): OrganisationView | undefined {
    const { organisation, policy, filter, by, now } = found;
    const minute = Math.floor(now / HOLDS_MS);
    const of = JSON.stringify([organisation.version, policy, minute]);
    if (of !== this.#of || this.#kept.size >= MOST_KEPT) this.#kept.clear();
    this.#of = of;
    const key = JSON.stringify([by, filter]);
    const kept = this.#kept.get(key) ?? add();
    if (kept) this.#kept.set(key, kept);
    return kept;
  }
}
