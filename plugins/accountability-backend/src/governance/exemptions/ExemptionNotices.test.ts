import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrate } from '../../database/__testUtils__/testCatalog';
import { insertRows } from '../../database/insertRows';
import { writeInstant } from '../../database/instants';
import { ExemptionRow } from '../../database/tables';
import { ExemptionNotices } from '.';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const minute = 60_000;
const day = 86_400_000;
const start = Date.UTC(2026, 10, 23, 12);
const end = start + 40 * day;
/** First instant of the UTC day of the end. */
const endDay = end - (end % day);
const kim = 'user:default/kim';
const lee = 'user:default/lee';
const checkout = 'group:default/checkout';
const security = 'group:default/security';
const payments = 'component:default/payments';

function row(id: string, given: Partial<ExemptionRow> = {}): ExemptionRow {
  return {
    id,
    subject_ref: payments,
    subject_by: 'service',
    scorecard: 'ready',
    check_id: 'owner-exists',
    points: null,
    reason: 'The team is being formed anew',
    ticket: null,
    requested_by: kim,
    requested_at: writeInstant(start),
    expires_at: writeInstant(end),
    verdict: null,
    decided_by: null,
    decided_at: null,
    decided_reason: null,
    revoked_by: null,
    revoked_at: null,
    revoked_reason: null,
    renews: null,
    renewals: 0,
    ...given,
  };
}

const decided = (at: number, verdict = 'approved') => ({
  verdict,
  decided_by: lee,
  decided_at: writeInstant(at),
});
const revoked = (by: string, at: number) => ({
  revoked_by: by,
  revoked_at: writeInstant(at),
});

const service = (name: string, owner: string | null, system?: string) => ({
  entity_ref: `component:default/${name}`,
  title: name,
  kind: 'Component',
  system: system ?? null,
  owner_ref: owner,
  owner_resolves: owner !== null,
  entity: '{}',
  digest: name,
});

async function setUp(
  id: TestDatabaseId,
  given: { rows: ExemptionRow[]; approvers?: string[]; fails?: string[] },
) {
  const knex = await databases.init(id);
  await migrate(knex);
  await insertRows(knex, { table: 'services' }, [
    service('payments', checkout),
    service('ledger', 'group:default/books', 'system:default/shop'),
    service('basket', checkout, 'system:default/shop'),
    service('lost', null),
  ]);
  await insertRows(knex, { table: 'exemptions' }, given.rows);
  const told: [string, string, string[]][] = [];
  const fails = new Set(given.fails);
  const create = (database: Knex) =>
    ExemptionNotices.create({
      database,
      settings: { approvers: given.approvers ?? [] },
      tell: ({ about, recipient, exemptions }) => {
        if (fails.has(recipient)) throw new Error('Nobody answers');
        told.push([about, recipient, exemptions.map(one => one.id)]);
      },
    });
  const notices = create(knex);
  return { knex, told, fails, run: (now: number) => notices.run({ now }) };
}

describe.each(databases.eachSupportedId())('notices on %s', id => {
  it('tell each of each thing once, however often and on however many replicas they run', async () => {
    const { told, run } = await setUp(id, {
      rows: [
        row('a'),
        row('b', decided(start + 1)),
        row('c', decided(start + 1, 'denied')),
        row('d', { ...decided(start + 1), ...revoked(lee, start + 2) }),
      ],
      approvers: [security],
    });

    await Promise.all([1, 2, 3].map(() => run(start + minute)));
    await run(start + 60 * minute);

    expect(told.sort()).toEqual([
      ['decided', kim, ['b']],
      ['decided', kim, ['c']],
      ['decided', kim, ['d']],
      ['requested', security, ['a']],
      ['revoked', kim, ['d']],
    ]);
  });

  it('are one for each owner of what ends on one day, fourteen days and three days before', async () => {
    const { told, run } = await setUp(id, {
      rows: [
        row('a', decided(start + 1)),
        row('b', {
          ...decided(start + 1),
          check_id: 'few-failures',
          expires_at: writeInstant(endDay),
        }),
        row('c', {
          ...decided(start + 1),
          subject_by: 'system',
          subject_ref: 'system:default/shop',
        }),
        row('d', {
          ...decided(start + 1),
          subject_by: 'owner',
          subject_ref: 'group:default/books',
        }),
        row('e', {
          ...decided(start + 1),
          subject_ref: 'component:default/lost',
        }),
      ],
    });
    const news = (now: number) => run(now).then(() => told.splice(0).sort());
    await news(start + minute);
    const digest = [
      ['ending', 'group:default/books', ['c', 'd']],
      ['ending', checkout, ['b', 'a', 'c']],
      ['ending', kim, ['e']],
    ].sort();

    expect(await news(endDay - 14 * day - 1)).toEqual([]);
    expect(await news(endDay - 14 * day)).toEqual(digest);
    expect(await news(endDay - 13 * day)).toEqual([]);
    expect(await news(endDay - 3 * day)).toEqual(digest);
    expect(await news(endDay - 2 * day)).toEqual([]);
  });

  it('that do not go through are tried again, and keep no other from going', async () => {
    const { told, fails, run } = await setUp(id, {
      rows: [row('a', decided(start + 1)), row('b', { requested_by: lee })],
      approvers: [security],
      fails: [kim],
    });

    const first = await run(start + minute);
    const soon = await run(start + 2 * minute);
    fails.clear();
    const later = await run(start + 11 * minute);

    expect([first, soon, later]).toEqual([
      { sent: 1, failed: 1, because: 'Nobody answers' },
      { sent: 0, failed: 0 },
      { sent: 1, failed: 0 },
    ]);
    expect(told).toEqual([
      ['requested', security, ['b']],
      ['decided', kim, ['a']],
    ]);
  });
});

describe('notices', () => {
  it.each<{
    given: string;
    rows: ExemptionRow[];
    at: number;
    gives: [string, string, string[]][];
  }>([
    {
      given: 'of a request that was withdrawn',
      rows: [row('a', revoked(kim, start + 1))],
      at: start + minute,
      gives: [],
    },
    {
      given: 'of a request that is a week old',
      rows: [row('a')],
      at: start + 7 * day,
      gives: [],
    },
    {
      given: 'of the answer to a machine, which reads none',
      rows: [row('a', { ...decided(start + 1), requested_by: 'external:ci' })],
      at: start + minute,
      gives: [],
    },
    {
      given: 'of a revocation by who asked',
      rows: [row('a', { ...decided(start), ...revoked(kim, start + 7 * day) })],
      at: start + 8 * day,
      gives: [],
    },
    {
      given: 'of an end that was near when it was approved',
      rows: [row('a', decided(endDay - 14 * day + 1))],
      at: endDay - 4 * day,
      gives: [],
    },
    {
      given: 'of an end that nobody was told of in time: once, and not twice',
      rows: [row('a', decided(start))],
      at: endDay - 2 * day,
      gives: [['ending', checkout, ['a']]],
    },
    {
      given: 'of what is over',
      rows: [row('a', decided(start))],
      at: end,
      gives: [],
    },
    {
      given: 'of what was revoked',
      rows: [row('a', { ...decided(start), ...revoked(kim, start + day) })],
      at: endDay - 3 * day,
      gives: [],
    },
    {
      given: 'of what is renewed',
      rows: [
        row('a', decided(start)),
        row('b', {
          ...decided(start + day),
          renews: 'a',
          renewals: 1,
          expires_at: writeInstant(end + 30 * day),
        }),
      ],
      at: endDay - 3 * day,
      gives: [],
    },
    {
      given: 'of what somebody only asked to renew',
      rows: [
        row('a', decided(start)),
        row('b', {
          renews: 'a',
          renewals: 1,
          expires_at: writeInstant(end + 30 * day),
        }),
      ],
      at: endDay - 3 * day,
      gives: [['ending', checkout, ['a']]],
    },
  ])('$given', async ({ rows, at, gives }) => {
    const { told, run } = await setUp('SQLITE_3', {
      rows,
      approvers: [security],
    });

    await run(at);

    expect(told).toEqual(gives);
  });
});
