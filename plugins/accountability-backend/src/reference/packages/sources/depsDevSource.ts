import { z } from 'zod';
import { answerOf } from '../answerOf';
import { askHost } from '../askHost';
import { PackageHost } from '../PackageHost';
import { PackageName, packageName } from '../packageName';
import { Allowed, PackageSource } from '../PackageSource';
import { isAllowed } from '../isAllowed';

/** What deps.dev calls the types of package urls. */
const systems = new Map([
  ['npm', 'NPM'],
  ['pypi', 'PYPI'],
  ['maven', 'MAVEN'],
  ['golang', 'GO'],
  ['cargo', 'CARGO'],
  ['nuget', 'NUGET'],
  ['gem', 'RUBYGEMS'],
]);

const packageSchema = z.object({ versions: z.array(z.unknown()) });
const versionSchema = z.object({
  versionKey: z.object({ version: z.string() }),
  publishedAt: z.unknown(),
  isDeprecated: z.boolean().optional().catch(undefined),
});

/** Version 3 of the API of deps.dev, or a host that answers like it. */
export function depsDevSource(
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
      const read = packageSchema.safeParse(answer.body);
      if (!read.success) {
        return {
          status: 'fault',
          because: `What ${where} answers is not what deps.dev does; correct the url of this source.`,
        };
      }
      return answerOf(read.data.versions.flatMap(toldIn), {
        where,
        etag: answer.etag,
      });
    },
  };
}

/** The path of a package; undefined where deps.dev has none of its type. */
function askedAs(text: string): string | undefined {
  const name = packageName(text);
  const system = name && systems.get(name.type);
  return (
    system && `/systems/${system}/packages/${encodeURIComponent(nameOf(name))}`
  );
}

function nameOf({ type, namespace, name }: PackageName): string {
  if (namespace === '') return name;
  return `${namespace}${type === 'maven' ? ':' : '/'}${name}`;
}

function toldIn(value: unknown) {
  const read = versionSchema.safeParse(value);
  if (!read.success) return [];
  const { versionKey, publishedAt, isDeprecated } = read.data;
  return [
    { version: versionKey.version, at: publishedAt, withdrawn: isDeprecated },
  ];
}
