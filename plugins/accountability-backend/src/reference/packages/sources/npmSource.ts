import { z } from 'zod';
import { answerOf } from '../answerOf';
import { askHost } from '../askHost';
import { PackageHost } from '../PackageHost';
import { packageName } from '../packageName';
import { Allowed, PackageSource } from '../PackageSource';
import { isAllowed } from '../isAllowed';

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
  { id, allowed }: { id: string; allowed: Allowed },
): PackageSource {
  return {
    id,
    allowed,
    isFor: name => askedAs(name) !== undefined && isAllowed(name, allowed),
    read: async (name, { etag, signal }) => {
      const answer = await askHost(host, {
        path: askedAs(name) ?? '',
        etag,
        signal,
      });
      if (answer.status !== 'answered') return answer;
      const where = `${id} of ${name}`;
      const read = packumentSchema.safeParse(answer.body);
      if (!read.success) {
        return {
          status: 'fault',
          because: `What ${where} answers has no time and versions, as npm registries have them; correct the url of this source, or take another.`,
        };
      }
      const { time, versions } = read.data;
      const published = new Map(versions);
      return answerOf(
        time
          .filter(
            ([version]) => version !== 'created' && version !== 'modified',
          )
          .map(([version, at]) => ({
            version,
            at,
            withdrawn:
              !published.has(version) ||
              deprecatedSchema.safeParse(published.get(version)).success,
          })),
        { where, etag: answer.etag },
      );
    },
  };
}

/** `/@acme%2Fpay`, as npm itself asks; undefined for packages of others. */
function askedAs(text: string): string | undefined {
  const name = packageName(text);
  if (name?.type !== 'npm' || name.namespace.includes('/')) return undefined;
  const whole = name.namespace ? `${name.namespace}/${name.name}` : name.name;
  return `/${encodeURIComponent(whole).replace(/^%40/, '@')}`;
}
