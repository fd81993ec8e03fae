import { TestDatabases } from '@backstage/backend-test-utils';
import { mapValues } from 'lodash';
import { actionCall } from './__testUtils__/matrix/actionCall';
import { actionTable } from './__testUtils__/matrix/actionTable';
import { readTable } from './__testUtils__/matrix/readTable';
import { roles } from './__testUtils__/matrix/roles';
import { routeCall } from './__testUtils__/matrix/routeCall';
import { routeTable } from './__testUtils__/matrix/routeTable';
import { seed } from './__testUtils__/matrix/seed';
import { startMatrix } from './__testUtils__/matrix/startMatrix';
import { spec } from './api/openapi.generated';

jest.setTimeout(120_000);

// Who may do what is decided above the database; one will do.
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const routeRows = readTable(routeTable);
const actionRows = readTable(actionTable);
const names = (text: string) =>
  text.includes(seed.title) || /payments/.test(text);
const { list } = actionCall('');

type Matrix = Awaited<ReturnType<typeof startMatrix>>;
type Role = keyof typeof roles;
interface Tried {
  status: number;
  text: string;
}

let matrix: Matrix;
beforeAll(async () => {
  matrix = await startMatrix(await databases.init('SQLITE_3'));
});

/** What each role gets, one after the other in the order of the columns. */
async function tryAll<T>(call: (role: Role) => Promise<T>) {
  return {
    owner: await call('owner'),
    other: await call('other'),
    stranger: await call('stranger'),
    reader: await call('reader'),
    ci: await call('ci'),
    machine: await call('machine'),
    nobody: await call('nobody'),
  };
}

/** The last cell: whether the service was told of to the owner; `leaked` where to the stranger. */
function tells({ owner, stranger }: { owner: Tried; stranger: Tried }) {
  const leaks =
    stranger.status < 300
      ? names(stranger.text)
      : stranger.text.includes(seed.title);
  if (leaks) return 'leaked';
  return names(owner.text) && owner.status < 300 ? 'yes' : 'no';
}

const wordless = (answers: Record<string, Tried>) =>
  mapValues(answers, ({ status }) => `${status}`);

async function listedTo(role: Role): Promise<string[]> {
  const { body } = await matrix.ask(role, 'get', list);
  return (body.actions ?? []).map(({ name }: { name: string }) => name);
}

describe('who may call a route', () => {
  it('is said of every route of the document, and of no other', () => {
    const operations = Object.entries(spec.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => `${method} ${path}`),
    );
    const said = new Set(routeRows.map(({ tried }) => tried.split(': ')[0]));

    expect(
      operations
        .filter(route => !said.has(route))
        .map(route => `say who may ${route}`),
    ).toEqual([]);
    expect([...said].filter(route => !operations.includes(route))).toEqual([]);
  });

  it('is everybody for the document itself', async () => {
    const { status, body } = await matrix.ask('nobody', 'get', '/openapi.json');

    expect(status).toBe(200);
    expect(Object.keys(body.paths)).toEqual(
      Object.keys(spec.paths).map(path => `/api/accountability${path}`),
    );
  });

  it.each(routeRows)('$tried', async ({ tried, cells }) => {
    const { method, path, body, headers = {} } = routeCall(tried, matrix.ids);

    const answers = await tryAll(async role =>
      matrix.ask(role, method, path).set(headers).send(body),
    );

    expect({ ...wordless(answers), tells: tells(answers) }).toEqual(cells);
  });
});

describe('a service that the caller may not read', () => {
  const hidden = routeRows.filter(
    ({ tried, cells }) =>
      cells.stranger === '404' && tried.includes('/services/'),
  );

  it.each(hidden)('is one that there is not: $tried', async ({ tried }) => {
    const { method, path, body } = routeCall(tried, matrix.ids);
    const other = path.replaceAll('payments', 'nothing');

    const toHidden = await matrix.ask('stranger', method, path).send(body);
    const toAbsent = await matrix.ask('stranger', method, other).send(body);

    expect(toAbsent.status).toBe(404);
    expect(toHidden.text.replaceAll('payments', 'nothing')).toBe(toAbsent.text);
  });
});

describe('who may call an action', () => {
  it('is said of every action there is, and of no other', async () => {
    const registered = await listedTo('machine');
    const said = new Set(actionRows.map(({ tried }) => tried.split(': ')[0]));

    expect(
      registered
        .filter(action => !said.has(action))
        .map(action => `say who may call ${action}`),
    ).toEqual([]);
    expect([...said].filter(action => !registered.includes(action))).toEqual(
      [],
    );
  });

  it.each(actionRows)('$tried', async ({ tried, cells }) => {
    const { name, path, input } = actionCall(tried);

    const listed = await tryAll(async role =>
      (await listedTo(role)).includes(name) ? 'yes' : 'no',
    );
    const answers = await tryAll(async role =>
      matrix.ask(role, 'post', path).send(input),
    );

    const gives = wordless(answers);
    expect({
      ...mapValues(listed, (seen, role) => `${seen}/${gives[role]}`),
      tells: tells(answers),
    }).toEqual(cells);
  });
});
