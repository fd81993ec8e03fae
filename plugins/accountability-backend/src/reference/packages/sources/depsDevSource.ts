import { z } from 'zod';
import { PackageHost } from '../PackageHost';
import { PackageName, packageName } from '../packageName';
import { Allowed, PackageSource } from '../PackageSource';
import { hostSource } from './hostSource';

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
  given: { id: string; allowed: Allowed },
): PackageSource {
  return hostSource(host, given, {
    askedAs,
    schema: packageSchema,
    unlike: 'is not what deps.dev does; correct the url of this source.',
    versionsOf: ({ versions }) => versions.flatMap(toldIn),
  });
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
