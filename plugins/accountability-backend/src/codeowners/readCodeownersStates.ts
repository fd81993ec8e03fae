import {
  ReferenceHealth,
  ReferenceId,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { readRepositoryStates } from './readRepositoryStates';

/** How reading CODEOWNERS is going, in one statement. */
export function readCodeownersStates(
  knex: Knex,
  { on }: { on: readonly ReferenceId[] },
): Promise<ReferenceHealth> {
  return readRepositoryStates(knex, {
    id: 'codeowners',
    table: 'codeowners_files',
    on,
  });
}
