import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ApiContext } from './ApiContext';
import { sightOf } from './sightOf';

/** So long it is remembered what conditions mean for the catalog; the conditions themselves are asked for with every request. */
const HOLDS_MS = 30_000;
const MOST_KEPT = 50;

/** What a caller may read. */
export interface Readable {
  /** Equal for callers that may read the same. */
  by: string;
  /** Services that the caller may read; undefined for all. */
  visible?: ReadonlySet<string>;
}

/**
 * Which services callers may read, where there are too many to ask the catalog
 * about each with every request. The decision is asked for each time; what its
 * conditions let through of the catalog is the same for whoever has the same
 * conditions, and remembered for half a minute.
 */
export class ReadableServices {
  readonly #kept = new Map<
    string,
    { at: number; refs: Promise<ReadonlySet<string>> }
  >();

  /** Which of the refs the caller may read. */
  async among(
    context: Pick<ApiContext, 'catalog' | 'permissions' | 'now'>,
    credentials: BackstageCredentials,
    readRefs: () => Iterable<string>,
  ): Promise<Readable> {
    const sight = await sightOf(context, credentials);
    if (sight.all) return { by: 'all' };
    if (sight.none) return { by: 'none', visible: new Set() };
    const now = context.now();
    for (const [key, { at }] of this.#kept) {
      if (now - at >= HOLDS_MS) this.#kept.delete(key);
    }
    const kept = this.#kept.get(sight.conditions);
    if (kept) return { by: sight.conditions, visible: await kept.refs };
    const refs = sight.among([...readRefs()]);
    if (this.#kept.size < MOST_KEPT) {
      this.#kept.set(sight.conditions, { at: now, refs });
      refs.catch(() => this.#kept.delete(sight.conditions));
    }
    return { by: sight.conditions, visible: await refs };
  }
}
