import { BuildRecord } from 'backstage-plugin-accountability-common';

/** Builds, or what is known of them, by a key; those without one are left out. */
export function buildsGrouped<T>(
  builds: readonly T[],
  toKey: (build: T) => string | undefined,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const build of builds) {
    const key = toKey(build);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(build);
    else groups.set(key, [build]);
  }
  return groups;
}

/** One key out of several texts, of which some may be unknown. No text of a source has the character between them. */
export function keyOf(...parts: readonly (string | undefined)[]): string {
  let key = parts[0] ?? '';
  for (let i = 1; i < parts.length; i++) key += `\u0000${parts[i] ?? ''}`;
  return key;
}

/** Key of the builds that do not say what they are grouped by. */
export const unnamed = 'unknown';

/** Label of the runner. */
export function runnerOf({ runner }: BuildRecord): string {
  return runner ?? unnamed;
}
