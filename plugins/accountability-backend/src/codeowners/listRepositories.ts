import { Knex } from 'knex';
import { repositoryKinds } from './findRepository';

const PAGE = 2000;
const location = 'backstage.io/source-location';

/** Subjects of services that are repositories, with the source locations of those services. */
export async function listRepositories(
  knex: Knex,
  signal: AbortSignal,
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const kind of repositoryKinds) {
    for await (const { subject, location: named } of rowsOf(knex, kind)) {
      signal.throwIfAborted();
      const known = found.get(subject) ?? [];
      found.set(subject, named === null ? known : [...known, named]);
    }
  }
  return found;
}

async function* rowsOf(knex: Knex, kind: string): AsyncGenerator<Row> {
  let after: Row | undefined;
  do {
    const rows = await readPage(knex, kind, after);
    yield* rows;
    after = rows.length === PAGE ? rows.at(-1) : undefined;
  } while (after);
}

interface Row {
  subject: string;
  entity_ref: string;
  location: string | null;
}

function readPage(
  knex: Knex,
  kind: string,
  after: Row | undefined,
): Promise<Row[]> {
  const onPostgres = knex.client.config.client === 'pg';
  const query = knex('subject_keys as k')
    .join('services as s', 's.entity_ref', 'k.entity_ref')
    .whereNull('s.removed_at')
    // The next character after the colon, so that an index serves both ends.
    .where('k.subject', '>=', `${kind}:`)
    .where('k.subject', '<', `${kind};`)
    .orderBy(['k.subject', 'k.entity_ref'])
    .limit(PAGE)
    .select('k.subject', 'k.entity_ref')
    .select(
      onPostgres
        ? knex.raw('s.entity::json #>> ?::text[] as location', [
            ['metadata', 'annotations', location],
          ])
        : knex.raw('json_extract(s.entity, ?) as location', [
            `$.metadata.annotations."${location}"`,
          ]),
    );
  return after
    ? query.whereRaw('(k.subject, k.entity_ref) > (?, ?)', [
        after.subject,
        after.entity_ref,
      ])
    : query;
}
