import { Manifest } from './files/Manifest';
import { manifests } from './manifests';

/** More would cost too many requests. */
const mostPaths = 10;

/** Which files are looked for, and which of the configured paths are none. */
export interface ConfiguredManifests {
  manifests: Manifest[];
  /** One sentence each, for who operates the install. */
  mistakes: string[];
}

/** Files of the root, and those at further paths that are configured. */
export function manifestsOf(paths: readonly string[]): ConfiguredManifests {
  const known = new Map(
    manifests.map(one => [one.path.toLowerCase(), one] as const),
  );
  const found: Manifest[] = [...manifests];
  const mistakes: string[] = [];
  for (const path of new Set(paths.slice(0, mostPaths))) {
    const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
    // `Dockerfile.web` and `web.Dockerfile` are Dockerfiles.
    const manifest =
      known.get(name) ??
      (/(?:^|\.)dockerfile(?:\.|$)/.test(name)
        ? known.get('dockerfile')
        : undefined);
    if (
      !/^[\w.@-]+(?:\/[\w.@-]+)*$/.test(path) ||
      /(?:^|\/)\.\.?\//.test(path)
    ) {
      mistakes.push(
        `accountability.runtimes.paths: ${path} is no path from the root of a repository, such as deploy/Dockerfile`,
      );
    } else if (!manifest) {
      mistakes.push(
        `accountability.runtimes.paths: ${path} is none of the files that are understood: ${manifests
          .map(one => one.path)
          .join(', ')}`,
      );
    } else if (!found.some(one => one.path === path)) {
      found.push({ ...manifest, path });
    }
  }
  if (paths.length > mostPaths) {
    mistakes.push(
      `accountability.runtimes.paths: only the first ${mostPaths} are read`,
    );
  }
  return { manifests: found, mistakes };
}
