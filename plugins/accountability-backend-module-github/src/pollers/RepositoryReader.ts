import { HttpFault, OutsideFault } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { GithubApi } from './GithubApi';

/** What webhooks say of their repository, as far as it is read. */
export interface Repository {
  full_name: string;
  default_branch: string;
}

const schema = z.object({ full_name: z.string(), default_branch: z.string() });

/** Names and default branches change seldom. */
const KEPT_MS = 6 * 60 * 60_000;
const MOST_KEPT = 20_000;

/** Reads repositories by their slug and keeps them for a while. One that was renamed is known by its new name, as in webhooks. */
export class RepositoryReader {
  private readonly kept = new Map<string, { at: number; is: Repository }>();

  constructor(private readonly api: GithubApi) {}

  async read(
    slug: string,
    given: { now: number; signal: AbortSignal },
  ): Promise<Repository | HttpFault> {
    const known = this.kept.get(slug);
    if (known && given.now - known.at < KEPT_MS) return known.is;
    const answer = await this.api.clientsOf(slug).rest.get({
      path: `/repos/${slug}`,
      signal: given.signal,
    });
    if (answer.status === 'fault') return answer;
    const read = schema.safeParse(
      answer.status === 'answered' ? answer.body : undefined,
    );
    if (!read.success) {
      const because = `GitHub tells nothing of the repository ${slug}`;
      return {
        status: 'fault',
        fault: new OutsideFault('unreadable', because),
      };
    }
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(slug, { at: given.now, is: read.data });
    return read.data;
  }
}
