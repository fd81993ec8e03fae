import { TestDatabases } from '@backstage/backend-test-utils';
import request from 'supertest';
import { readTable } from './__testUtils__/matrix/readTable';
import { roles } from './__testUtils__/matrix/roles';
import { routeCall } from './__testUtils__/matrix/routeCall';
import { routeTable } from './__testUtils__/matrix/routeTable';
import { startMatrix } from './__testUtils__/matrix/startMatrix';
import { startPlugin } from './__testUtils__/startPlugin';
import { migrate } from './database/__testUtils__/testCatalog';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

/** What no answer may tell: where code lies, what is asked of the database, and where that is. */
const inside =
  /\.[jt]s:\d+:\d+|node_modules|\bselect\b.+\bfrom\b|insert into|SQLITE|ECONNREFUSED|127\.0\.0\.1|no such table|does not exist/i;

const insideOf = (text: string) => text.match(inside)?.[0];

/** Of these calls the answer is CSV, for a folder of downloads. */
const isCsv = (tried: string) => tried.endsWith('as CSV');
const csv = {
  'content-type': 'text/csv; charset=utf-8; header=present',
  'content-disposition': 'attachment; filename="ready.csv"',
};
/** The empty one is of an answer without a body. */
const allowedTypes = (tried: string) => [
  'application/json',
  '',
  ...(isCsv(tried) ? ['text/csv'] : []),
];

let matrix: Awaited<ReturnType<typeof startMatrix>>;
beforeAll(async () => {
  matrix = await startMatrix(await databases.init('SQLITE_3'));
});

describe('what a route answers is taken by no browser for a page', () => {
  it.each(readTable(routeTable))('$tried', async ({ tried }) => {
    const call = routeCall(tried, matrix.ids);
    const { method, path, body, headers = {} } = call;
    for (const role of ['owner', 'stranger', 'ci'] as const) {
      const answer = await matrix
        .ask(role, method, path)
        .set(headers)
        .send(body);

      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'content-security-policy':
          "default-src 'none'; frame-ancestors 'none'; sandbox",
      });
      expect(answer.headers).toMatchObject(
        answer.status < 300 && isCsv(tried) ? csv : {},
      );
      expect(allowedTypes(tried)).toContain(answer.type);
      expect(insideOf(answer.text)).toBeUndefined();
    }
  });

  it('holds for a route that there is not, and for a body that is none', async () => {
    const absent = await matrix.ask('owner', 'get', '/<script>alert(1)');
    const broken = await matrix
      .ask('owner', 'post', '/exemptions')
      .set('content-type', 'application/json')
      .send('{"<script>');

    for (const { type, headers } of [absent, broken]) {
      expect(type).not.toBe('text/html');
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
    expect(broken.type).toBe('application/json');
  });
});

describe.each(databases.eachSupportedId())(
  'what fails inside is told to nobody on %s',
  id => {
    it.each([
      { given: 'a read', table: 'services', path: '/organisation/services' },
      { given: 'health', table: 'source_states', path: '/sources' },
    ])('$given of a table that is gone', async ({ table, path }) => {
      const knex = await databases.init(id);
      await migrate(knex);
      const { server } = await startPlugin({ knex, entities: [] });
      await knex.schema.renameTable(table, 'gone');

      const answer = await request(server)
        .get(`/api/accountability${path}`)
        .set('authorization', roles.owner.authorization);

      expect(answer.status).toBe(500);
      expect(answer.body.error).toEqual({
        name: 'Error',
        message: expect.stringMatching(
          /^An internal error occurred logId=[\w-]+$/,
        ),
      });
      expect(insideOf(answer.text)).toBeUndefined();
    });

    it('a delivery, whose sender needs no credentials', async () => {
      const knex = await databases.init(id);
      await migrate(knex);
      const { generic } = await startPlugin({ knex, entities: [] });
      await knex.schema.renameTable('deliveries', 'gone');

      const answer = await generic([
        {
          kind: 'deployment',
          record: 'ci:1',
          subject: 'generic:payments',
          at: '2026-11-23T12:00:00Z',
          state: 'finished',
          result: 'success',
        },
      ]);

      expect(answer.status).toBe(500);
      expect(insideOf(answer.text)).toBeUndefined();
    });
  },
);
