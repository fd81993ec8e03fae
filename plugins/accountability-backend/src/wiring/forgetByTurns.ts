import { Knex } from 'knex';
import { forgetRepositories } from '../codeowners';
import { readByTurns } from './readByTurns';

/** The work of a task that is switched off: what it read before is known no longer. */
export function forgetByTurns(
  list: { table: string; below: string },
  options: { knex: Knex; wake(): void; stop: AbortSignal },
): (signal: AbortSignal) => Promise<void> {
  return readByTurns(
    onChanged => ({
      run: () => forgetRepositories(options.knex, list, onChanged),
    }),
    options,
  );
}
