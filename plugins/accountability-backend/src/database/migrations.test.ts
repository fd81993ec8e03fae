import { resolve } from 'path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { readInstant, writeInstant } from './instants';
import { insertRows } from './insertRows';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const directory = resolve(__dirname, '../../migrations');

const service = {
  entity_ref: 'component:default/pay',
  title: 'Payments',
  kind: 'Component',
  type: null,
  lifecycle: null,
  system: null,
  project: 'shop',
  owner_ref: 'group:default/a',
  owner_resolves: true,
  entity: '{}',
  digest: 'abc',
  removed_at: null,
};
const transition = {
  entity_ref: 'component:default/pay',
  at: writeInstant(Date.parse('2026-11-23T12:00:00.123Z')),
  scorecard: 'ready',
  check_id: '',
  from_status: 'none',
  to_status: 'bronze',
  because: 'All of it passes',
};

const override = {
  id: '1',
  incident_id: 'pagerduty:incident:I1',
  entity_ref: 'component:default/pay',
  cause_id: null,
  reason: 'It was the weather.',
  decided_by: 'user:default/kim',
  decided_at: transition.at,
  withdrawn_at: null,
  withdrawn_by: null,
  withdrawn_reason: null,
};
const attribution = {
  entity_ref: 'component:default/pay',
  incident_id: 'pagerduty:incident:I1',
  decided_at: transition.at,
  superseded_at: null,
  method: 'explicit',
  cause_id: 'github:deployment:acme/ledger:1',
  cause_entity_ref: 'component:default/ledger',
  incident_at: transition.at,
  attribution: '{}',
};
const dependency = {
  entity_ref: 'component:default/pay',
  depends_on: 'component:default/ledger',
};
const revision = {
  entity_ref: 'component:default/pay',
  fact: 'reliability.change_fail_rate',
  day: '2026-11-22',
  stood_until: transition.at,
  value: 0.1,
  reason: null,
};

const poolDay = { pool: 'github:linux', day: '2026-11-22', busy_ms: 3e10 };
const poolRows = {
  pool_days: { subject: 'github:acme/pay', ...poolDay },
  pool_subjects: {
    subject: 'github:acme/pay',
    since: '2026-07-26',
    digest: 'abc',
  },
  pool_totals: poolDay,
  pool_turns: {
    pool: 'github:linux',
    due_at: transition.at,
    restate_from: transition.at,
  },
};

const change = {
  subject: 'github:acme/pay',
  record_id: 'github:pull:1',
  kind: 'change',
  started_at: transition.at,
  ended_at: transition.at,
  environment: null,
  record: '{}',
  named_until: transition.at,
  merged_sha: 'c1',
};
const peopleRows = {
  records: change,
  record_heads: {
    record_id: change.record_id,
    subject: change.subject,
    revision: 0,
    contributors_gone: true,
  },
  install_secrets: { name: 'contributors', value: 'abc' },
  contributors: { contributor_key: 'c_1', person_key: 'c_2' },
  memberships: {
    person_key: 'c_2',
    group_ref: 'group:default/a',
    valid_from: null,
    valid_to: null,
    found_at: transition.at,
  },
  authorship_days: {
    subject: change.subject,
    area: 'src/api',
    contributor: 'c_1',
    day: '2026-11-22',
    changes: 1,
    reviews: 0,
  },
};

const billRows = {
  bills: { digest: 'abc', components: '{}', seen_at: transition.at },
  bill_reports: {
    record_id: 'cyclonedx:report:1',
    subject: change.subject,
    series: null,
    at: transition.at,
    sha_prefix: null,
    digest: 'abc',
  },
};

const reportedRows = {
  reported_facts: {
    entity_ref: 'component:default/pay',
    fact: 'sonar.coverage',
    since: transition.at,
    replaced_at: null,
    observed_at: transition.at,
    value: '0.8',
  },
  fact_providers: {
    id: 'sonar',
    faults: 0,
    services: 1,
    told_at: transition.at,
    due_at: transition.at,
  },
};

const campaignRows = {
  campaigns: {
    id: '1',
    title: 'No secrets',
    description: null,
    checks: '[]',
    scope: null,
    owner_ref: null,
    state: 'active',
    created_at: transition.at,
    created_by: 'user:default/kim',
    started_at: transition.at,
    started_by: 'user:default/kim',
    ended_at: null,
    ended_by: null,
    target_at: transition.at,
    milestones: '[]',
    remind_every_days: 7,
  },
  campaign_moves: {
    campaign_id: '1',
    moved_at: transition.at,
    from_at: transition.at,
    to_at: transition.at,
    reason: 'A release came between.',
    moved_by: 'user:default/kim',
  },
  campaign_reminders: {
    owner_ref: 'group:default/a',
    campaign_id: '1',
    reminded_at: transition.at,
  },
};

const tellingRows = {
  told_regressions: {
    entity_ref: 'component:default/pay',
    scorecard: 'ready',
    check_id: '',
    status: 'none',
    told_at: transition.at,
  },
  owner_digests: {
    owner_ref: 'group:default/a',
    sent_at: transition.at,
    due_at: transition.at,
    attempts: 0,
    lease: null,
    leased_until: null,
  },
};

const exemptionRows = {
  exemptions: {
    id: '1',
    subject_ref: 'component:default/pay',
    subject_by: 'service',
    scorecard: 'ready',
    check_id: 'owner-exists',
    points: '["deploy"]',
    reason: 'The team is being formed anew.',
    ticket: null,
    requested_by: 'user:default/kim',
    requested_at: transition.at,
    expires_at: transition.at,
    verdict: 'approved',
    decided_by: 'user:default/lee',
    decided_at: transition.at,
    decided_reason: null,
    revoked_by: null,
    revoked_at: null,
    revoked_reason: null,
    renews: null,
    renewals: 0,
  },
  exemption_notices: {
    exemption_id: '1',
    notice: 'decided',
    recipient: 'user:default/kim',
    due_at: transition.at,
    sent_at: null,
  },
};

describe.each(databases.eachSupportedId())('migrations on %s', id => {
  async function fill(knex: Knex) {
    await insertRows(knex, { table: 'services' }, [service]);
    await insertRows(knex, { table: 'transitions' }, [transition]);
    await insertRows(knex, { table: 'cause_overrides' }, [override]);
    await insertRows(knex, { table: 'attributions' }, [attribution]);
    await insertRows(knex, { table: 'service_dependencies' }, [dependency]);
    await insertRows(knex, { table: 'fact_snapshot_revisions' }, [revision]);
    const rows = {
      ...poolRows,
      ...peopleRows,
      ...billRows,
      ...reportedRows,
      ...campaignRows,
      ...tellingRows,
      ...exemptionRows,
    };
    for (const [table, row] of Object.entries(rows)) {
      await insertRows<object>(knex, { table }, [row]);
    }
  }

  it('go up, down with data in the tables, and up again', async () => {
    const knex = await databases.init(id);

    await knex.migrate.latest({ directory });
    await fill(knex);
    await knex.migrate.rollback({ directory }, true);
    expect(await knex.schema.hasTable('services')).toBe(false);
    await knex.migrate.latest({ directory });
    await fill(knex);

    const [stored] = await knex('transitions');
    expect(new Date(stored.at)).toEqual(transition.at);
  });

  it('keep attributions when those of causes go down and up', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory });
    await fill(knex);
    const name = '20261124060000_attribution.js';

    await knex.migrate.down({ directory, name });
    expect(await knex('attributions').pluck('cause_id')).toEqual([
      attribution.cause_id,
    ]);
    await knex.migrate.up({ directory, name });

    expect(await knex('attributions').select()).toMatchObject([
      { cause_id: attribution.cause_id, cause_entity_ref: null },
    ]);
  });

  it('keep services when the one of projects goes down and up', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory });
    await fill(knex);
    const name = '20261130000000_projects.js';

    await knex.migrate.down({ directory, name });
    await knex.migrate.up({ directory, name });

    expect(await knex('services').select()).toMatchObject([
      {
        entity_ref: service.entity_ref,
        owner_ref: 'group:default/a',
        project: null,
      },
    ]);
  });

  it('keep records when the one of people goes down and up, or came half-way', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory });
    await fill(knex);
    const name = '20261130030000_people.js';

    await knex.migrate.down({ directory, name });
    await knex.schema.createTable('install_secrets', table => {
      table.text('name').primary();
      table.text('value').notNullable();
    });
    await knex.migrate.up({ directory, name });

    expect(await knex('records').select()).toMatchObject([
      { record_id: change.record_id, named_until: null, merged_sha: null },
    ]);
    const [gone] = await knex('record_heads').pluck('contributors_gone');
    expect(Boolean(gone)).toBe(false);
    expect(await knex('authorship_days')).toEqual([]);
  });

  it('keep records when the one of bills goes down and up', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory });
    await fill(knex);
    const name = '20261201000000_bills.js';

    await knex.migrate.down({ directory, name });
    expect(await knex.schema.hasTable('bills')).toBe(false);
    await knex.migrate.up({ directory, name });

    expect(await knex('records').pluck('record_id')).toEqual([
      change.record_id,
    ]);
    expect(await knex('bill_reports').select()).toEqual([]);
  });

  it('say since when exemptions are kept when theirs goes down with data and up', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory });
    await fill(knex);
    const name = '20261202010000_exemptions.js';
    const begun = Date.now();

    await knex.migrate.down({ directory, name });
    expect(await knex.schema.hasTable('exemptions')).toBe(false);
    await knex.migrate.up({ directory, name });

    expect(await knex('exemptions').select()).toEqual([]);
    const kept = await knex('exemption_keeping').pluck('since');
    expect(kept).toHaveLength(1);
    expect(readInstant(kept[0])).toBeGreaterThanOrEqual(begun);
  });

  it('hold days of which a pool was busy for longer than a number of 32 bits says', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory });

    await fill(knex);

    const [stored] = await knex('pool_totals').pluck('busy_ms');
    expect(Number(stored)).toBe(poolDay.busy_ms);
  });

  it('change nothing the second time', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory });

    const [, names] = await knex.migrate.latest({ directory });

    expect(names).toEqual([]);
  });
});
