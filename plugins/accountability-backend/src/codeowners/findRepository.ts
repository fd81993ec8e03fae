import { CodeownersDialect } from 'backstage-plugin-accountability-engine';
import { Hosts } from './Hosts';

/** Where the repository of a subject is, and whose rules its CODEOWNERS follows. */
export type FoundRepository =
  | { status: 'known'; url: string; dialect: CodeownersDialect }
  | { status: 'unknown'; because: string };

/** Hosts that are meant where nothing else is said, by the first part of a subject. */
const usualHosts: Record<string, string> = {
  github: 'https://github.com',
  gitlab: 'https://gitlab.com',
  bitbucket: 'https://bitbucket.org',
};

/** First parts of subjects that are repositories. */
export const repositoryKinds = Object.keys(usualHosts);

const dialects: Record<string, CodeownersDialect> = {
  github: 'github',
  gitlab: 'gitlab',
  bitbucketCloud: 'bitbucket',
  bitbucketServer: 'bitbucket',
};

/**
 * Finds the repository of a subject, `github:acme/payments`: where a source
 * location of its services lies in it, on that host, else on the usual one.
 */
export function findRepository(
  subject: string,
  locations: readonly string[],
  hosts: Pick<Hosts, 'typeOf'>,
): FoundRepository {
  const colon = subject.indexOf(':');
  const slug = subject.slice(colon + 1);
  const roots = locations.flatMap(location => rootIn(location, slug) ?? []);
  const url = roots[0] ?? `${usualHosts[subject.slice(0, colon)]}/${slug}`;
  const { host } = new URL(url);
  const type = hosts.typeOf(url);
  if (type === undefined) {
    return {
      status: 'unknown',
      because: `Backstage has no integration for ${host}; add it to integrations, so that CODEOWNERS can be read there.`,
    };
  }
  const dialect = dialects[type];
  return dialect
    ? { status: 'known', url, dialect }
    : {
        status: 'unknown',
        because: `${host} is a host of type ${type}, whose CODEOWNERS is not read: only GitHub, GitLab and Bitbucket say what it means.`,
      };
}

/** The address of the repository, where a source location lies in it: a host may serve it below a path of its own. */
function rootIn(location: string, slug: string): string | undefined {
  const address = location.replace(/^url:/, '');
  if (!URL.canParse(address)) return undefined;
  const { origin, pathname, protocol } = new URL(address);
  if (!/^https?:$/.test(protocol)) return undefined;
  const [project, name] = slug.split('/');
  // Bitbucket Server: /projects/PAY/repos/ledger.
  for (const part of [slug, `projects/${project}/repos/${name}`]) {
    const start = pathname.toLowerCase().indexOf(`/${part.toLowerCase()}`);
    const end = start + part.length + 1;
    if (start >= 0 && /^(?:\.git)?(?:\/|$)/.test(pathname.slice(end))) {
      return `${origin}${pathname.slice(0, end)}`;
    }
  }
  return undefined;
}
