import { Knex } from 'knex';
import { KeyOf, createKeyOf } from '../database/createKeyOf';
import { readInstallSecret } from '../database/readInstallSecret';
import { Settings } from './readSettings';

/** Keys of contributors, under the secret that is configured or else the one that this installation made. */
export async function createContributorKeys(
  knex: Knex,
  { contributorSecret }: Pick<Settings, 'contributorSecret'>,
): Promise<KeyOf> {
  return createKeyOf(
    contributorSecret ?? (await readInstallSecret(knex, 'contributors')),
  );
}
