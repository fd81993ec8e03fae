import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { range } from 'lodash';
import { migrate } from '../database/__testUtils__/testCatalog';
import { readInstant } from '../database/instants';
import { insertRows } from '../database/insertRows';
import { createReferenceTask } from './createReferenceTask';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const { signal } = new AbortController();
const now = Date.UTC(2026, 10, 23, 12);
const DAY = 24 * 3_600_000;
const refOf = (name: string) => `component:default/${name}`;

const kev = JSON.stringify({
  dateReleased: '2026-11-22T15:00:00.000Z',
  vulnerabilities: [{ cveID: 'CVE-2026-0001', dateAdded: '2026-11-20' }],
});
const lifecycles = JSON.stringify({
  generated_at: '2026-11-23T00:10:00+00:00',
  result: [{ name: 'nodejs', label: 'Node.js', releases: [] }],
});

describe.each(databases.eachSupportedId())('the task of lists on %s', id => {
  async function setUp(list: { kev: string } | { lifecycles: string }) {
    const knex = await databases.init(id);
    await migrate(knex);
    const folder = await mkdtemp(join(tmpdir(), 'lists-'));
    const [[name, text]] = Object.entries(list);
    const file = join(folder, `${name}.json`);
    await writeFile(file, text);
    const woken: boolean[] = [];
    const { referenceLists } = createReferenceTask({
      config: mockServices.rootConfig({
        data: { accountability: { lists: { [name]: { file } } } },
      }),
      logger: mockServices.logger.mock(),
      knex,
      wake: () => woken.push(true),
      stop: signal,
      now: () => now,
    });
    return {
      knex,
      woken,
      run: () => referenceLists(signal),
      addServices: async (names: string[]) => {
        await insertRows(
          knex,
          { table: 'services' },
          names.map(each => ({
            entity_ref: refOf(each),
            title: each,
            kind: 'Component',
            owner_resolves: true,
            entity: '{}',
            digest: '',
          })),
        );
        await insertRows(
          knex,
          { table: 'subject_keys' },
          names.map(each => ({
            entity_ref: refOf(each),
            subject: `github:acme/${each}`,
            origin: 'test',
          })),
        );
      },
      addRecord: (each: string, kind: string, endedAt: number | null) =>
        insertRows(knex, { table: 'records' }, [
          {
            subject: `github:acme/${each}`,
            record_id: `github:${kind}:${each}`,
            kind,
            started_at: new Date(now - 200 * DAY),
            ended_at: endedAt === null ? null : new Date(endedAt),
            record: '{}',
          },
        ]),
      due: async () => {
        const rows = await knex('assessment_queue').orderBy('entity_ref');
        return rows.map(row => ({
          ref: row.entity_ref,
          at: readInstant(row.due_at) - now,
        }));
      },
    };
  }

  it('has services assessed that have a finding of which the list may speak', async () => {
    const { run, addServices, addRecord, due, woken } = await setUp({ kev });
    await addServices(['calm', 'closed', 'fixed', 'open', 'shipped']);
    await addRecord('open', 'finding', null);
    await addRecord('fixed', 'finding', now - 90 * DAY);
    await addRecord('closed', 'finding', now - 90 * DAY - 1);
    await addRecord('shipped', 'deployment', null);

    await run();
    await run();

    expect((await due()).map(({ ref }) => ref)).toEqual([
      refOf('fixed'),
      refOf('open'),
    ]);
    expect(woken).toEqual([true]);
  });

  it('makes all services due where lifecycles change, a hundred a minute', async () => {
    const { knex, run, addServices, due } = await setUp({ lifecycles });
    const names = range(250).map(index => `s${String(index).padStart(3, '0')}`);
    await addServices([...names, 'gone']);
    await knex('services')
      .where({ entity_ref: refOf('gone') })
      .update({ removed_at: new Date(now) });

    await run();

    expect(await due()).toEqual(
      names.map((name, index) => ({
        ref: refOf(name),
        at: Math.floor(index / 100) * 60_000,
      })),
    );
  });

  it('does nothing where no list is configured', async () => {
    const { knex } = await setUp({ kev });
    const woken: boolean[] = [];
    const { referenceLists } = createReferenceTask({
      config: mockServices.rootConfig(),
      logger: mockServices.logger.mock(),
      knex,
      wake: () => woken.push(true),
      stop: signal,
    });

    await referenceLists(signal);

    expect(woken).toEqual([]);
    expect(await knex('reference_lists')).toEqual([]);
  });
});
