import { Knex } from 'knex';
import { readInstant } from '../../database/instants';
import { SourceStateRow } from '../../database/tables';

/** A source that was regular and has gone quiet. */
export interface QuietSource {
  source: string;
  since: number;
  because: string;
}

/** Sources that are quiet now, ordered by name. */
export async function readQuietSources(knex: Knex): Promise<QuietSource[]> {
  const rows: SourceStateRow[] = await knex('source_states')
    .whereNotNull('quiet_since')
    .orderBy('source');
  return rows.flatMap(({ source, quiet_since: since, quiet_because }) =>
    since === null
      ? []
      : [{ source, since: readInstant(since), because: quiet_because ?? '' }],
  );
}
