import { Config } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  GithubCredentialsProvider,
  GithubIntegration,
  GitLabIntegration,
  ScmIntegrations,
} from '@backstage/integration';
import {
  HttpAnswer,
  HttpClient,
  createHttpClient,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { Hosts, Objection } from '../codeowners';

/** Most lines that are kept of what a host objects to. */
const MOST_OBJECTIONS = 1000;

const errorsSchema = z.object({
  errors: z
    .array(z.object({ line: z.number(), kind: z.string() }))
    .transform(errors => errors.slice(0, MOST_OBJECTIONS)),
});

/** A repository as the API of its host is asked for it. */
interface Asked {
  /** What the host counts a quota by. */
  quota: string;
  createClient(): HttpClient;
  /** Path of the repository in the API. */
  path: string;
}

/**
 * What Backstage's `integrations` know of the hosts of repositories. A host is
 * asked with the credentials that are set there, and at most for half of its
 * quota.
 */
export function createHosts(config: Config): Hosts {
  const integrations = ScmIntegrations.fromConfig(config);
  const credentials =
    DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  const clients = new Map<string, HttpClient>();
  const ask = async (
    { quota, createClient, path }: Asked,
    signal: AbortSignal,
  ): Promise<HttpAnswer | undefined> => {
    const client = clients.get(quota) ?? createClient();
    clients.set(quota, client);
    try {
      return await client.get({ path, signal });
    } catch {
      // There are no credentials to be had now: the host does not say.
      return undefined;
    }
  };
  const github = (url: string, below = '') => {
    const integration = integrations.github.byUrl(url);
    return (
      integration && askedOfGithub(integration, { url, below, credentials })
    );
  };
  const gitlab = (url: string) => {
    const integration = integrations.gitlab.byUrl(url);
    return integration && askedOfGitlab(integration, url);
  };
  return {
    typeOf: url => integrations.byUrl(url)?.type,
    canRead: async (url, signal) => {
      const asked = github(url) ?? gitlab(url);
      return asked && isThere(await ask(asked, signal));
    },
    findObjections: async (url, signal) => {
      const asked = github(url, '/codeowners/errors');
      return asked && toObjections(await ask(asked, signal));
    },
  };
}

/** Undefined without credentials: the quota is too small to ask. */
function askedOfGithub(
  { config }: GithubIntegration,
  given: { url: string; below: string; credentials: GithubCredentialsProvider },
): Asked | undefined {
  const { url, below, credentials } = given;
  const { apiBaseUrl, token, apps = [] } = config;
  if (!apiBaseUrl || (!token && apps.length === 0)) return undefined;
  const [owner, name] = new URL(url).pathname.split('/').slice(-2);
  return {
    quota: `${apiBaseUrl} ${owner}`,
    createClient: () =>
      createHttpClient({
        baseUrl: apiBaseUrl,
        headers: async () => ({
          ...(await credentials.getCredentials({ url })).headers,
          accept: 'application/vnd.github+json',
        }),
        tries: 1,
      }),
    path: `/repos/${owner}/${name}${below}`,
  };
}

function askedOfGitlab(
  { config }: GitLabIntegration,
  url: string,
): Asked | undefined {
  const { apiBaseUrl, baseUrl, token } = config;
  if (!token) return undefined;
  const below = new URL(baseUrl).pathname.replace(/\/$/, '');
  const project = new URL(url).pathname.slice(below.length + 1);
  return {
    quota: apiBaseUrl,
    createClient: () =>
      createHttpClient({
        baseUrl: apiBaseUrl,
        headers: () => ({ authorization: `Bearer ${token}` }),
        tries: 1,
      }),
    path: `/projects/${encodeURIComponent(project)}`,
  };
}

/** Hosts hide what may not be read; any other answer says nothing. */
function isThere(answer: HttpAnswer | undefined): boolean | undefined {
  if (answer?.status !== 'fault') return answer && true;
  return answer.fault.status === 404 ? false : undefined;
}

/** In words of our own: those of the host name people. */
function toObjections(answer: HttpAnswer | undefined): Objection[] | undefined {
  if (answer?.status !== 'answered') return undefined;
  return errorsSchema
    .safeParse(answer.body)
    .data?.errors.map(({ line, kind }) => ({
      line,
      kind,
      because: `The host says of line ${line}: ${kind}.`,
    }));
}
