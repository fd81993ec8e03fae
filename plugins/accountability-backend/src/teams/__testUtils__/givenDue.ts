import {
  builtInFacts,
  compilePolicy,
} from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { insertRows } from '../../database/insertRows';
import { writeInstant } from '../../database/instants';
import { ago, ref } from './startTeam';

/** Three checks, one of them enforced soon and one in half a year. */
export const policy = compilePolicy({
  facts: builtInFacts,
  digest: '',
  files: [
    {
      name: 'ready.yaml',
      text: `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: ready, title: Ready }
spec:
  checks:
    - { id: scan, title: Scanned, burden: security, expression: ownership.owner_resolves, effortDays: 0.5 }
    - { id: eol, title: Supported, burden: security, expression: ownership.owner_resolves, enforceFrom: 2027-01-15T00:00:00Z }
    - { id: far, title: Far, burden: security, expression: ownership.owner_resolves, enforceFrom: 2027-06-15T00:00:00Z }
`,
    },
  ],
});
/** Results of checks, by name of service and check. */
export async function addResults(
  knex: Knex,
  results: Record<string, Record<string, string>>,
) {
  await insertRows(
    knex,
    { table: 'check_results' },
    Object.entries(results).flatMap(([name, checks]) =>
      Object.entries(checks).map(([check, status]) => ({
        ...{ entity_ref: ref(name), scorecard: 'ready', check_id: check },
        ...{ burden: 'security', status, since: writeInstant(ago(50)) },
      })),
    ),
  );
}

/** An exemption, of Pay and the scan unless said otherwise. */
export async function addExemption(
  knex: Knex,
  given: {
    id?: string;
    /** Days ago; negative for days to come. */
    requested: number;
    expires: number;
    approved?: boolean;
    check?: string;
    by?: string;
    of?: string;
  },
) {
  const { approved = true, by = 'service', of = ref('pay') } = given;
  const at = writeInstant(ago(given.requested));
  await insertRows(knex, { table: 'exemptions' }, [
    {
      ...{
        id: given.id ?? 'e1',
        subject_ref: of,
        subject_by: by,
        scorecard: 'ready',
      },
      ...{ check_id: given.check ?? 'scan', reason: 'It is being moved' },
      ...{ requested_by: 'user:default/kim', requested_at: at, renewals: 0 },
      expires_at: writeInstant(ago(given.expires)),
      verdict: approved ? 'approved' : null,
      decided_by: approved ? 'user:default/lee' : null,
      decided_at: approved ? at : null,
    },
  ]);
}

/** A campaign for the scan. */
export async function addCampaign(
  knex: Knex,
  given: { id: string; target: number; state?: string; scope?: object },
) {
  const { id, target, state = 'active', scope } = given;
  await insertRows(knex, { table: 'campaigns' }, [
    {
      ...{ id, title: 'Scan', state, milestones: '[]', remind_every_days: 7 },
      checks: JSON.stringify([{ scorecard: 'ready', check: 'scan' }]),
      scope: scope ? JSON.stringify(scope) : null,
      ...{ created_by: 'user:default/kim', created_at: writeInstant(ago(9)) },
      ...{ started_at: writeInstant(ago(9)) },
      target_at: writeInstant(ago(target)),
    },
  ]);
}
