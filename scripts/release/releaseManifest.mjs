import { StepFailure } from '../lib/steps.mjs';

const WORKSPACE = 'workspace:';

/** `workspace:^` of a package at 0.1.0 is `^0.1.0`. */
function released(name, range, versions) {
  if (!range.startsWith(WORKSPACE)) return range;
  const version = versions[name];
  if (!version)
    throw new StepFailure(
      `${name} is needed by a published package, and is not published itself.`,
    );
  const prefix = range.slice(WORKSPACE.length);
  return prefix === '*' ? version : `${prefix}${version}`;
}

/**
 * A manifest as it is published: ranges of packages of ours become versions. What only
 * this tree can use, its scripts and what its tests need, is left out.
 */
export function releaseManifest(manifest, versions) {
  const { scripts, devDependencies, ...kept } = manifest;
  for (const kind of ['dependencies', 'peerDependencies'])
    if (kept[kind])
      kept[kind] = Object.fromEntries(
        Object.entries(kept[kind]).map(([name, range]) => [
          name,
          released(name, range, versions),
        ]),
      );
  return kept;
}
