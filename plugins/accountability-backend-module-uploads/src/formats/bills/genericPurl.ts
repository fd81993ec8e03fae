import { PackageURL } from 'packageurl-js';

/** What runs a service or is run for it, in the words of CycloneDX and both of SPDX, without case and hyphens. */
const kinds = new Set([
  'application',
  'container',
  'framework',
  'operatingsystem',
  'platform',
]);

/**
 * A package url for what bills name without one, so that runtimes, base images
 * and systems are seen: `pkg:generic/node@22.1.0`. Undefined for all else.
 */
export function genericPurl({
  kind = '',
  name = '',
  version = '',
}: {
  kind?: string;
  name?: string;
  version?: string;
}): string | undefined {
  if (!kinds.has(kind.toLowerCase().replace(/[^a-z]/g, ''))) return undefined;
  const parts = name.trim().split('/').filter(Boolean);
  const last = parts.pop();
  if (!last || !version.trim()) return undefined;
  try {
    return new PackageURL(
      'generic',
      parts.join('/') || undefined,
      last,
      version.trim(),
      undefined,
      undefined,
    ).toString();
  } catch {
    return undefined;
  }
}
