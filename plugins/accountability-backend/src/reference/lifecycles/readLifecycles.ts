import { Lifecycle } from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { z } from 'zod';

const schema = z.object({
  product: z.string(),
  title: z.string(),
  packages: z.array(z.string()),
  cycles: z.array(
    z.object({
      name: z.string(),
      eolFrom: z.number().optional(),
      isEol: z.boolean().optional(),
    }),
  ),
});

interface Row {
  revision: string;
  lifecycle: string;
}

/** What was parsed last, by the digest of the list: it says the same wherever it is stored. */
let parsed: { revision: string; lifecycles: readonly Lifecycle[] } | undefined;

/**
 * Products with their lifecycles; undefined where no list is loaded. One small
 * statement, and a second one where the list is another than the last time.
 */
export async function readLifecycles(
  knex: Knex,
): Promise<readonly Lifecycle[] | undefined> {
  const [revision]: (string | undefined)[] = await knex('reference_lists')
    .where({ name: 'lifecycles' })
    .whereNotNull('loaded_at')
    .pluck('revision');
  if (revision === undefined) return undefined;
  if (parsed?.revision === revision) return parsed.lifecycles;
  // With the revision once more: it may be another one by now.
  const rows: Row[] = await knex('reference_lists as l')
    .joinRaw('cross join reference_lifecycles as p')
    .where({ 'l.name': 'lifecycles' })
    .orderBy('p.product')
    .select('l.revision', 'p.lifecycle');
  if (rows.length === 0) return undefined;
  const lifecycles = rows.map(row => schema.parse(JSON.parse(row.lifecycle)));
  parsed = { revision: rows[0].revision, lifecycles };
  return lifecycles;
}
