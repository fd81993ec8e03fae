import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ApiContext } from './ApiContext';

const CHUNK = 500;

/** Those of the entities that the caller may read, asked for with the caller's own credentials. */
export async function findReadable(
  context: Pick<ApiContext, 'catalog'>,
  entityRefs: readonly string[],
  credentials: BackstageCredentials,
): Promise<Set<string>> {
  const refs = [...new Set(entityRefs)].sort();
  const readable = new Set<string>();
  for (let start = 0; start < refs.length; start += CHUNK) {
    const chunk = refs.slice(start, start + CHUNK);
    const { items } = await context.catalog.getEntitiesByRefs(
      { entityRefs: chunk, fields: ['kind'] },
      { credentials },
    );
    items.forEach((item, i) => {
      if (item) readable.add(chunk[i]);
    });
  }
  return readable;
}
