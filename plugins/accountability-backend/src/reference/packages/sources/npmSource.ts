import { z } from 'zod';
import { PackageHost } from '../PackageHost';
import { packageName } from '../packageName';
import { Allowed, PackageSource } from '../PackageSource';
import { hostSource } from './hostSource';

const entries = z
  .custom<object>(value => typeof value === 'object' && value !== null)
  .transform((value): [string, unknown][] => Object.entries(value));

/** The whole document of a package: without `time` nobody knows when anything came out. */
const packumentSchema = z.object({ time: entries, versions: entries });
const deprecatedSchema = z.object({
  deprecated: z.union([z.string().min(1), z.literal(true)]),
});

/** A registry that answers as npm's does. */
export function npmSource(
  host: PackageHost,
  given: { id: string; allowed: Allowed },
): PackageSource {
  return hostSource(host, given, {
    askedAs,
    schema: packumentSchema,
    unlike:
      'has no time and versions, as npm registries have them; correct the url of this source, or take another.',
    versionsOf: ({ time, versions }) => {
      const published = new Map(versions);
      return time
        .filter(([version]) => version !== 'created' && version !== 'modified')
        .map(([version, at]) => ({
          version,
          at,
          withdrawn:
            !published.has(version) ||
            deprecatedSchema.safeParse(published.get(version)).success,
        }));
    },
  });
}

/** `/@acme%2Fpay`, as npm itself asks; undefined for packages of others. */
function askedAs(text: string): string | undefined {
  const name = packageName(text);
  if (name?.type !== 'npm' || name.namespace.includes('/')) return undefined;
  const whole = name.namespace ? `${name.namespace}/${name.name}` : name.name;
  return `/${encodeURIComponent(whole).replace(/^%40/, '@')}`;
}
