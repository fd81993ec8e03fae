import { Entity } from '@backstage/catalog-model';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';

/** Entities a file; the catalog reads a file whole. */
const entitiesPerFile = 500;

/** Writes the entities as YAML files into a folder, and gives back the files' paths. */
export async function writeCatalog(
  dir: string,
  entities: Entity[],
): Promise<string[]> {
  await mkdir(dir, { recursive: true });
  const byKind = new Map<string, Entity[]>();
  for (const entity of entities) {
    const kind = entity.kind.toLowerCase();
    byKind.set(kind, [...(byKind.get(kind) ?? []), entity]);
  }
  const paths: string[] = [];
  for (const [kind, all] of byKind) {
    for (let start = 0; start < all.length; start += entitiesPerFile) {
      const part = all.slice(start, start + entitiesPerFile);
      const number = start / entitiesPerFile;
      const path = join(dir, `${kind}s${number ? `-${number + 1}` : ''}.yaml`);
      await writeFile(path, part.map(e => stringify(e)).join('---\n'));
      paths.push(path);
    }
  }
  return paths;
}
