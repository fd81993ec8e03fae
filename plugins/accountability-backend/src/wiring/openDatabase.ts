import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

/** The plugin's database with its tables in place. */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        'backstage-plugin-accountability-backend',
        'migrations',
      ),
      // While replicas are replaced one of the version before may start anew on tables of the later one.
      disableMigrationsListValidation: true,
    });
  }
  return knex;
}
