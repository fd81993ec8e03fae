interface Revisions {
  revision?: string | null;
  revisions?: readonly string[] | null;
}

const COMMIT = /^([0-9a-f]{40}|[0-9a-f]{64})$/;
const SHORT_COMMIT = 12;

/** What a deployment deployed, in the words of record events. */
export interface DeployedThings {
  sha?: string;
  version?: string;
  artifact?: string;
}

/**
 * What a sync rolled out. A revision is a commit, or the version of a chart
 * (or the digest of one from an OCI registry). With several commits none of
 * them is the commit, and all of them together are the version.
 */
export function deployedThings(
  { revision, revisions }: Revisions,
  images: readonly string[],
): DeployedThings {
  const named = revisions?.length ? revisions : [revision ?? ''];
  const all = [...new Set(named.map(each => each.trim()).filter(Boolean))];
  const commits = all.filter(each => COMMIT.test(each));
  const rest =
    commits.length > 1 ? all : all.filter(each => !COMMIT.test(each));
  const [image, ...others] = new Set(images);
  const only = others.length === 0 ? image : undefined;
  return {
    sha: commits.length === 1 ? commits[0] : undefined,
    version: joined(rest) ?? tagOf(only),
    artifact: only && only.length <= 500 ? only : undefined,
  };
}

function joined(parts: readonly string[]): string | undefined {
  return (
    parts
      .map(each => (COMMIT.test(each) ? each.slice(0, SHORT_COMMIT) : each))
      .join(' + ')
      .slice(0, 200)
      .trim() || undefined
  );
}

/** `latest` names no version. */
function tagOf(image: string | undefined): string | undefined {
  const tag = image?.split('@')[0].split('/').pop()?.split(':')[1];
  return tag && tag !== 'latest' ? tag.slice(0, 200) : undefined;
}
