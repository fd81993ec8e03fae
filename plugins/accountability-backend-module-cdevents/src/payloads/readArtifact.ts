/** What an artifact's id says of what was deployed. */
export interface Artifact {
  artifact?: string;
  version?: string;
  sha?: string;
}

const MOST_ARTIFACT = 500;
const MOST_VERSION = 200;

/** Types of package url whose version is a commit or a tag. */
const FORGES = ['github', 'gitlab', 'bitbucket'];

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i;
const DIGEST = /^sha(?:256|384|512):/i;

/**
 * Reads an artifact's id, a package url as a rule. Its commit is the one of
 * the qualifier `vcs_url`, or the version of a package of a forge. A digest
 * or a commit is no version: the artifact or the commit says the same better,
 * and a tag such as `latest` would make different artifacts one.
 */
export function readArtifact(id: string | undefined): Artifact {
  if (id === undefined) return {};
  const artifact = id.length > MOST_ARTIFACT ? undefined : id;
  const purl = /^pkg:\/*([^/]+)\/([^?#]+)(?:\?([^#]*))?/i.exec(id);
  if (!purl) return { artifact };
  const [, type, path, qualifiers = ''] = purl;
  const version = versionIn(path);
  const isForge = FORGES.includes(type.toLowerCase());
  const isCommit = isForge && version !== undefined && COMMIT.test(version);
  const isVersion = version !== undefined && !isCommit && !DIGEST.test(version);
  return {
    artifact,
    version: isVersion ? version.slice(0, MOST_VERSION) : undefined,
    sha: commitIn(qualifiers) ?? (isCommit ? version : undefined),
  };
}

/** A scope such as `@acme/` begins with the same sign, and is followed by a slash. */
function versionIn(path: string): string | undefined {
  const version = /@([^@/]+)$/.exec(path)?.[1];
  return version && decoded(version).trim();
}

function commitIn(qualifiers: string): string | undefined {
  const from = new URLSearchParams(qualifiers).get('vcs_url') ?? '';
  return /@([0-9a-f]{7,64})(?:#.*)?$/i.exec(from)?.[1];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
