import { Knex } from 'knex';
import { PolicyTemplateRow } from '../../database/tables';
import { PolicyTemplate } from './PolicyTemplate';

/** Keeps the template of a policy, once, before any result that was packed by it is written. */
export async function keepTemplate(
  trx: Knex,
  { digest, template }: { digest: string; template: PolicyTemplate },
): Promise<void> {
  const table = () => trx<PolicyTemplateRow>('policy_templates');
  if (await table().where({ digest }).first('digest')) return;
  await table()
    .insert({ digest, template: JSON.stringify(template) })
    .onConflict('digest')
    .ignore();
}
