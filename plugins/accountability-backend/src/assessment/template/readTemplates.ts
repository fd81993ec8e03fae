import { Knex } from 'knex';
import { PolicyTemplateRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';
import { PolicyTemplate } from './PolicyTemplate';

/** Templates of policies by digest, in one statement. */
export async function readTemplates(
  knex: Knex,
  digests: readonly string[],
): Promise<Map<string, PolicyTemplate>> {
  const rows: PolicyTemplateRow[] = await whereAny(
    knex('policy_templates').select(),
    'digest',
    [...new Set(digests)],
  );
  return new Map(
    rows.map(({ digest, template }) => [digest, JSON.parse(template)]),
  );
}
