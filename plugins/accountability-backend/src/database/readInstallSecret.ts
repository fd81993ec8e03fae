import { randomBytes } from 'node:crypto';
import { Knex } from 'knex';
import { InstallSecretRow } from './tables';

/** A secret of this installation, made when it is first asked for: whichever replica is first, all of them read the same one. */
export async function readInstallSecret(
  knex: Knex,
  name: string,
): Promise<string> {
  await knex<InstallSecretRow>('install_secrets')
    .insert({ name, value: randomBytes(32).toString('hex') })
    .onConflict('name')
    .ignore();
  const row = await knex<InstallSecretRow>('install_secrets')
    .where({ name })
    .first();
  if (!row) throw new Error(`The secret ${name} is not in install_secrets`);
  return row.value;
}
