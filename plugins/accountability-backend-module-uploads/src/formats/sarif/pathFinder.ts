import { SarifResult, SarifRun } from './sarifLog';

type ArtifactLocation = NonNullable<SarifRun['artifacts']>[number]['location'];

/** Where CI services check a repository out; what stands before is the machine's. */
const checkouts = [
  /^\/(home|Users)\/runner\/work\/[^/]+\/[^/]+\//,
  /^\/builds\/[^/]+\/[^/]+\//,
  /^\/github\/workspace\//,
  /^\/[a-z]:\/a\/[^/]+\/[^/]+\//i,
];

/** More places on the machine than any run names. */
const MOST_ROOTS = 100;

/** Bases lead to one another at most this often; a ring of them ends. */
const MOST_BASES = 10;

/**
 * Finds the path of each result of a run in its repository; empty where it has
 * none. A path of the scanner's machine is cut to what the run says is the
 * root, else to what is known of CI services, else to the file's name: machines
 * differ between runs, and folders are named after people.
 */
export function pathFinder(run: SarifRun): (result: SarifResult) => string {
  const roots = rootsOf(run);
  return result => {
    const given = result.locations?.[0]?.physicalLocation?.artifactLocation;
    const location =
      given?.uri === undefined && given?.index !== undefined
        ? run.artifacts?.[given.index]?.location
        : given;
    if (!location?.uri) return '';
    const path = toPath(location.uri);
    return path.startsWith('/')
      ? cut(path, roots)
      : normalize(`${baseOf(run, location.uriBaseId)}${path}`);
  };
}

/** Folders that a base adds to a path; one that is a place on the machine is the root, and adds nothing. */
function baseOf(run: SarifRun, first: string | undefined): string {
  let under = '';
  let id = first;
  for (let left = MOST_BASES; id !== undefined && left > 0; left--) {
    const base: ArtifactLocation = run.originalUriBaseIds?.[id];
    const path = toPath(base?.uri ?? '');
    if (path.startsWith('/')) return under;
    under = `${path}${under}`;
    id = base?.uriBaseId;
  }
  return under;
}

function rootsOf(run: SarifRun): string[] {
  return [
    ...Object.values(run.originalUriBaseIds ?? {}),
    ...(run.invocations ?? []).map(each => each.workingDirectory),
  ]
    .map(each => toPath(each?.uri ?? '').replace(/\/*$/, '/'))
    .filter(root => root.startsWith('/') && root !== '/')
    .slice(0, MOST_ROOTS)
    .sort((a, b) => b.length - a.length);
}

function cut(path: string, roots: readonly string[]): string {
  const root = roots.find(each => path.startsWith(each));
  if (root) return normalize(path.slice(root.length));
  const checkout = checkouts.find(each => each.test(path));
  return checkout
    ? normalize(path.replace(checkout, ''))
    : path.slice(path.lastIndexOf('/') + 1);
}

/** A URI as a path with slashes; one on the scanner's machine begins with a slash, also under Windows. */
function toPath(uri: string): string {
  if (/^(?!file:)[a-z][a-z0-9+.-]+:\/\//i.test(uri) && URL.canParse(uri)) {
    const { host, pathname } = new URL(uri);
    return `${host}${pathname}`;
  }
  const path = decode(uri)
    .replace(/\\/g, '/')
    .replace(/^file:\/\/[^/]*/i, '');
  return /^[a-z]:\//i.test(path) ? `/${path}` : path;
}

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

function normalize(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
