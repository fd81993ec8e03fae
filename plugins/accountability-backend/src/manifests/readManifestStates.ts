import {
  ReferenceHealth,
  ReferenceId,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { readRepositoryStates } from '../codeowners';

/** How reading what repositories are run on is going, in one statement. */
export function readManifestStates(
  knex: Knex,
  { on }: { on: readonly ReferenceId[] },
): Promise<ReferenceHealth> {
  return readRepositoryStates(knex, {
    id: 'runtimes',
    table: 'manifest_repositories',
    on,
  });
}
