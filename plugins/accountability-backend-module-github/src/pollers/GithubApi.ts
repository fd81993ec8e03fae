import { Config } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  GithubCredentialsProvider,
  GithubIntegration,
  ScmIntegrations,
} from '@backstage/integration';
import {
  Clock,
  createHttpClient,
  HttpClient,
  OutsideFault,
} from 'backstage-plugin-accountability-node';

/** Clients of one owner's repositories: GitHub counts each of the two on its own. */
export interface OwnerClients {
  rest: HttpClient;
  graphql: HttpClient;
}

interface Given {
  integration: GithubIntegration;
  credentials: GithubCredentialsProvider;
  leave: number;
  clock?: Clock;
}

/** The API of one GitHub host, asked with the credentials of Backstage's `integrations`. */
export class GithubApi {
  private readonly owners = new Map<string, OwnerClients>();

  /** Undefined where `integrations.github` has no credentials for the host. */
  static fromConfig(given: {
    config: Config;
    host: string;
    leave: number;
    clock?: Clock;
  }): GithubApi | undefined {
    const integrations = ScmIntegrations.fromConfig(given.config);
    const integration = integrations.github.byHost(given.host);
    const { token, apps = [], apiBaseUrl } = integration?.config ?? {};
    if (!integration || !apiBaseUrl || (!token && apps.length === 0)) {
      return undefined;
    }
    return new GithubApi({
      integration,
      credentials:
        DefaultGithubCredentialsProvider.fromIntegrations(integrations),
      leave: given.leave,
      clock: given.clock,
    });
  }

  private constructor(private readonly given: Given) {}

  /** The clients for a repository: an app is installed, and its quota counted, by owner. */
  clientsOf(slug: string): OwnerClients {
    const [owner] = slug.split('/');
    const known = this.owners.get(owner);
    if (known) return known;
    const { integration, leave, clock } = this.given;
    const { apiBaseUrl = '' } = integration.config;
    const headers = () => this.headersFor(slug);
    const clients = {
      rest: createHttpClient({ baseUrl: apiBaseUrl, headers, leave, clock }),
      graphql: createHttpClient({
        // https://api.github.com/graphql, and https://host/api/graphql beside https://host/api/v3.
        baseUrl: apiBaseUrl.replace(/\/v3\/?$/, ''),
        headers,
        leave,
        clock,
      }),
    };
    this.owners.set(owner, clients);
    return clients;
  }

  /** The provider keeps tokens and renews them before they expire. */
  private async headersFor(slug: string): Promise<Record<string, string>> {
    const { credentials, integration } = this.given;
    const { headers, token } = await credentials.getCredentials({
      url: `https://${integration.config.host}/${slug}`,
    });
    if (!token) {
      throw new OutsideFault(
        'refused',
        `No credentials reach ${slug}: install the GitHub App for its owner, or set a token`,
      );
    }
    return {
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
      ...headers,
    };
  }
}
