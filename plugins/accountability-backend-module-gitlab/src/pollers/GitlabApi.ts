import { Config } from '@backstage/config';
import {
  getGitLabRequestOptions,
  ScmIntegrations,
} from '@backstage/integration';
import {
  Clock,
  createHttpClient,
  HttpClient,
  HttpFault,
  OutsideFault,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** What webhooks say of their project, as far as it is read. */
export interface Project {
  id: number;
  path_with_namespace: string;
  default_branch: string | null;
  web_url: string;
}

const schema = z.object({
  id: z.number(),
  path_with_namespace: z.string(),
  default_branch: z
    .string()
    .nullish()
    .transform(branch => branch ?? null),
  web_url: z.string(),
});

/** Names and default branches change seldom. */
const KEPT_MS = 6 * 60 * 60_000;
const MOST_KEPT = 20_000;

/** The API of one GitLab host, asked with the token of Backstage's `integrations`. */
export class GitlabApi {
  private readonly kept = new Map<string, { at: number; is: Project }>();

  /** Undefined where `integrations.gitlab` has no token for the host. */
  static fromConfig(given: {
    config: Config;
    host: string;
    leave: number;
    clock?: Clock;
  }): GitlabApi | undefined {
    const { config, host, leave, clock } = given;
    const integration = ScmIntegrations.fromConfig(config).gitlab.byHost(host);
    if (!integration?.config.token) return undefined;
    const { apiBaseUrl } = integration.config;
    const headers = () => getGitLabRequestOptions(integration.config).headers;
    const options = { headers, leave, clock };
    return new GitlabApi(
      createHttpClient({ ...options, baseUrl: apiBaseUrl }),
      // https://gitlab.com/api/graphql beside https://gitlab.com/api/v4.
      createHttpClient({
        ...options,
        baseUrl: apiBaseUrl.replace(/\/v4\/?$/, ''),
      }),
    );
  }

  private constructor(
    readonly rest: HttpClient,
    readonly graphql: HttpClient,
  ) {}

  /** A project by its path, kept for a while. One that was moved is known by its new path, as in webhooks. */
  async readProject(
    path: string,
    given: { now: number; signal: AbortSignal },
  ): Promise<Project | HttpFault> {
    const known = this.kept.get(path);
    if (known && given.now - known.at < KEPT_MS) return known.is;
    const answer = await this.rest.get({
      path: `/projects/${encodeURIComponent(path)}`,
      signal: given.signal,
    });
    if (answer.status === 'fault') return answer;
    const read = schema.safeParse(
      answer.status === 'answered' ? answer.body : undefined,
    );
    if (!read.success) {
      const because = `GitLab tells nothing of the project ${path}`;
      return {
        status: 'fault',
        fault: new OutsideFault('unreadable', because),
      };
    }
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(path, { at: given.now, is: read.data });
    return read.data;
  }
}
