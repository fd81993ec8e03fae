import { resolve } from 'path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { insertRows } from './insertRows';
import { writeInstant } from './instants';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const directory = resolve(__dirname, '../../migrations');
const then = writeInstant(Date.parse('2026-11-23T12:00:00.123Z'));

describe.each(databases.eachSupportedId())('migrations of policy on %s', id => {
  it('take assessments apart and put them together again, those of before severities too', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory });
    const name = '20261202000000_facts_apart.js';
    await knex.migrate.down({ directory, name });
    const check = { check: 'a', status: 'pass', mode: 'enforce' };
    const checks = [check, { ...check, check: 'b', status: 'unknown' }];
    const facts = [{ id: 'ownership.owner_resolves', value: true }];
    const document = {
      entityRef: 'component:default/pay',
      at: then.getTime(),
      policy: 'p1',
      facts,
      attributions: [{ incident: 'i1' }],
      scorecards: [{ scorecard: 'ready', checks }],
    };
    const rows = Array.from({ length: 401 }, (_, i) => ({
      entity_ref: `component:default/s${i}`,
      assessed_at: then,
      newest_record_at: null,
      known: 1,
      applicable: 2,
      document: JSON.stringify(document),
      digest: 'abc',
    }));
    await insertRows(knex, { table: 'assessments' }, rows);

    await knex.migrate.up({ directory, name });

    const apart = await knex('assessments');
    expect(apart).toHaveLength(401);
    const [row] = apart;
    expect(JSON.parse(row.facts)).toEqual(facts);
    expect(row.policy).toBe('p1');
    expect(new Date(row.measured_at)).toEqual(then);
    const { policy: _, facts: __, ...rest } = document;
    expect(JSON.parse(row.document)).toEqual({
      ...rest,
      scorecards: [
        {
          scorecard: 'ready',
          points: { earned: 1, possible: 1 },
          checks: checks.map(one => {
            return { severity: 'medium', weight: 1, ...one };
          }),
        },
      ],
    });

    await knex.migrate.down({ directory, name });

    const [together] = await knex('assessments').pluck('document');
    expect(JSON.parse(together)).toMatchObject({ ...document, policy: 'p1' });
    await knex.migrate.up({ directory, name });
  });

  it('keep revisions of policy when the one of its sources goes down and up', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory });
    const row = {
      digest: 'abc',
      in_force_from: then,
      files: '[]',
      kept: '[{}]',
    };
    await insertRows(knex, { table: 'policy_revisions' }, [row]);
    await insertRows(knex, { table: 'policy_sources' }, [
      {
        location: '/etc/policy',
        type: 'file',
        state: 'pending',
        due_at: then,
      },
    ]);
    const name = '20261202030000_policy_sources.js';

    await knex.migrate.down({ directory, name });
    await knex.migrate.up({ directory, name });

    expect(await knex('policy_revisions').select()).toMatchObject([
      { digest: 'abc', files: '[]', kept: '[]' },
    ]);
    expect(await knex('policy_sources').select()).toEqual([]);
  });

  it('take every result of before for an enforced one', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory });
    const name = '20261202070000_check_modes.js';
    await knex.migrate.down({ directory, name });
    await insertRows(knex, { table: 'check_results' }, [
      {
        entity_ref: 'component:default/pay',
        scorecard: 'ready',
        check_id: 'a',
        burden: 'security',
        status: 'pass',
        since: then,
      },
    ]);

    await knex.migrate.up({ directory, name });

    expect(await knex('check_results').pluck('mode')).toEqual(['enforce']);
  });
});
