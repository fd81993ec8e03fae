import { resolve } from 'path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { insertRows } from './insertRows';
import { writeInstant } from './instants';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const directory = resolve(__dirname, '../../migrations');
const name = '20261203000000_records_apart.js';
const templates = '20261203010000_policy_templates.js';

const reading = {
  id: 'pipeline.main_success',
  status: 'known',
  value: 0.9,
  unit: 'ratio',
  observedAt: 5,
  because: '9 of 10 builds passed.',
};
const details = {
  sampleSize: 10,
  window: { from: 1, to: 5 },
  evidenceCount: 2,
  evidence: ['github:build:1', 'github:build:2'],
  parts: [{ key: 'failed', value: 1, records: ['github:build:1'] }],
};
const unknown = {
  id: 'supply.libyear',
  status: 'unknown',
  reason: 'no-source',
  unit: 'years',
  observedAt: 5,
  because: 'No source.',
};
const nothing = { sampleSize: 0, evidence: [], evidenceCount: 0 };
const facts = [
  { ...reading, ...details },
  { ...unknown, ...nothing },
];
const attributions = [{ incident: 'pagerduty:incident:1' }];
const document = {
  entityRef: 'component:default/pay',
  at: 1,
  scorecards: [{ scorecard: 'ready', checks: [] }],
};

describe.each(databases.eachSupportedId())('assessments on %s', id => {
  it('have what is behind facts taken apart, and whole again on the way back', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory });
    await knex.migrate.down({ directory, name });
    const at = writeInstant(Date.parse('2026-11-30T12:00:00Z'));
    const rows = Array.from({ length: 401 }, (_, i) => ({
      entity_ref: `component:default/s${i}`,
      assessed_at: at,
      newest_record_at: null,
      known: 1,
      applicable: 2,
      document: JSON.stringify({ ...document, attributions }),
      digest: 'abc',
      facts: JSON.stringify(facts),
      facts_digest: 'def',
      measured_at: at,
      policy: 'p1',
    }));
    await insertRows(knex, { table: 'assessments' }, rows);

    await knex.migrate.up({ directory, name });

    const apart = await knex('assessments');
    expect(apart).toHaveLength(401);
    for (const row of apart) {
      expect(JSON.parse(row.facts)).toEqual([reading, unknown]);
      expect(JSON.parse(row.fact_details)).toEqual([details, nothing]);
      expect(JSON.parse(row.attributions)).toEqual(attributions);
      expect(JSON.parse(row.document)).toEqual(document);
    }

    await knex.migrate.down({ directory, name });

    for (const row of await knex('assessments')) {
      expect(JSON.parse(row.facts)).toEqual(facts);
      expect(JSON.parse(row.document)).toEqual({ ...document, attributions });
    }
    await knex.migrate.up({ directory, name });
  });

  it('have documents that were packed whole again when their templates go', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory });
    const clause = { text: 'a > 1', facts: ['x.a'] };
    await insertRows(knex, { table: 'policy_templates' }, [
      {
        digest: 'p1',
        template: JSON.stringify({
          ready: {
            scan: {
              fixed: { title: 'Scanned', weight: 2 },
              expression: [{ ...clause, operands: ['a'] }],
              when: [],
            },
          },
        }),
      },
    ]);
    const packed = { check: 'scan', status: 'pass', of: 'expression' };
    const whole = { check: 'old', title: 'Old', clauses: [] };
    const at = writeInstant(Date.parse('2026-11-30T12:00:00Z'));
    await insertRows(knex, { table: 'assessments' }, [
      {
        entity_ref: 'component:default/pay',
        assessed_at: at,
        newest_record_at: null,
        known: 1,
        applicable: 1,
        document: JSON.stringify({
          ...document,
          scorecards: [
            {
              scorecard: 'ready',
              checks: [{ ...packed, saw: [['true', '2']] }, whole],
            },
          ],
        }),
        digest: 'abc',
        facts: '[]',
        fact_details: '[]',
        attributions: '[]',
        facts_digest: 'def',
        measured_at: at,
        policy: 'p1',
      },
    ]);

    await knex.migrate.down({ directory, name: templates });

    const [text] = await knex('assessments').pluck('document');
    expect(JSON.parse(text).scorecards[0].checks).toEqual([
      {
        check: 'scan',
        status: 'pass',
        title: 'Scanned',
        weight: 2,
        clauses: [
          {
            ...clause,
            outcome: 'true',
            operands: [{ expression: 'a', value: '2' }],
          },
        ],
      },
      whole,
    ]);
    await knex.migrate.up({ directory, name: templates });
  });
});
