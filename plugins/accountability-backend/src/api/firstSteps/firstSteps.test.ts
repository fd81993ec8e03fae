import { TestDatabases } from '@backstage/backend-test-utils';
import {
  decisionReadPermission,
  FirstStep,
  FirstStepsResponse,
  policyReadPermission,
  scorecardReadPermission,
  sourceReadPermission,
  unownedReadPermission,
} from 'backstage-plugin-accountability-common';
import {
  component,
  countStatements,
  group,
} from '../../database/__testUtils__/testCatalog';
import { startInstallation, subject } from './__testUtils__/startInstallation';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const owner = 'group:default/checkout';
const pay = component('pay', { owner, slug: 'acme/pay' });
const lost = component('lost', { owner: 'group:default/nobody' });
const entities = [group('checkout'), pay, lost];
const payRef = 'component:default/pay';
const any = expect.any(Number);

const statesOf = ({ steps }: FirstStepsResponse) =>
  steps.map(({ step, state }) => `${step} ${state}`);
const stepOf = ({ steps }: FirstStepsResponse, step: FirstStep['step']) =>
  steps.find(one => one.step === step);

describe.each(databases.eachSupportedId())(
  'how far an installation is on %s',
  id => {
    const setUp = async (
      given: Parameters<typeof startInstallation>[1] = {},
    ) => {
      const knex = await databases.init(id);
      return { knex, ...(await startInstallation(knex, given)) };
    };

    it('is nowhere where nothing is connected', async () => {
      const { ask } = await setUp();

      const { status, body } = await ask();

      expect(status).toBe(200);
      expect(body).toEqual({
        ...{ asOf: any, done: false },
        steps: [
          { step: 'services', state: 'todo', count: 0, of: 0 },
          // Those that are on, and none that delivered.
          { step: 'source', state: 'todo', count: 0, of: 3 },
          { step: 'records', state: 'todo', count: 0, of: 0, unowned: 0 },
          // Checks that come along are in force, and are not one's own.
          { step: 'policy', state: 'todo', count: any },
          { step: 'level', state: 'todo', count: 0, of: 0 },
          { step: 'gate', state: 'todo', count: any },
        ],
      });
      expect(stepOf(body, 'policy')?.count).toBeGreaterThan(0);
    });

    it('is half way where what a source sent reaches no service', async () => {
      const { ask, deploy } = await setUp({ entities });
      await deploy('github:acme/other', 'github:acme/third');

      const { body } = await ask();

      expect(body.done).toBe(false);
      expect(body.steps.slice(0, 3)).toEqual([
        { step: 'services', state: 'done', count: 1, of: 2 },
        {
          ...{ step: 'source', state: 'done', count: 1, of: 3 },
          ...{ at: any, source: 'generic' },
        },
        { step: 'records', state: 'todo', count: 0, of: 2, unowned: 2 },
      ]);
    });

    it('is through once a gate was asked about a service with records, a level and a check of its own', async () => {
      const { ask, deploy, askGate } = await setUp({ entities, own: true });
      await deploy(subject, 'github:acme/other');
      const before = await ask();

      await askGate(payRef).expect(200);
      const { body } = await ask();

      expect(statesOf(before.body).at(-1)).toBe('gate todo');
      expect(before.body.done).toBe(false);
      expect(body).toEqual({
        ...{ asOf: any, done: true },
        steps: [
          { step: 'services', state: 'done', count: 1, of: 2 },
          expect.objectContaining({ step: 'source', state: 'done' }),
          { step: 'records', state: 'done', count: 1, of: 2, unowned: 1 },
          { step: 'policy', state: 'done', count: 1 },
          { step: 'level', state: 'done', count: 1, of: 2 },
          { step: 'gate', state: 'done', count: 1, at: any },
        ],
      });
    });

    it('counts no subject whose records are gone', async () => {
      const { ask, deploy, knex } = await setUp({ entities });
      await deploy(subject, 'github:acme/other');
      await knex('records').delete();

      const { body } = await ask();

      expect(stepOf(body, 'records')).toEqual({
        ...{ step: 'records', state: 'todo', count: 0, of: 2, unowned: 0 },
      });
    });

    it.each([
      { given: sourceReadPermission, gives: 'source' },
      { given: policyReadPermission, gives: 'policy' },
      { given: decisionReadPermission, gives: 'gate' },
    ] as const)(
      'is unknown, with the permission that would tell it, without $given.name',
      async ({ given, gives }) => {
        const { ask, deploy, askGate } = await setUp({
          ...{ entities, own: true },
          denied: [given.name],
        });
        await deploy(subject);
        await askGate(payRef).expect(200);

        const { body } = await ask();

        expect(body.done).toBe(false);
        expect(body.steps.filter(({ state }: FirstStep) => state !== 'done'))
          // Nothing of what is denied comes with it.
          .toEqual([
            {
              ...{ step: gives, state: 'unknown' },
              because: `You need the permission ${given.name} to see it`,
            },
          ]);
      },
    );

    it('leaves out subjects without a service for who may not read them', async () => {
      const { ask, deploy } = await setUp({
        entities,
        denied: [unownedReadPermission.name],
      });
      await deploy('github:acme/other');

      const { body } = await ask();

      expect(stepOf(body, 'records')).toEqual({
        ...{ step: 'records', state: 'todo', count: 0, of: 2 },
      });
    });

    it('is of services that the caller may read, and unknown where that is none', async () => {
      const hidden = [payRef];
      const some = await setUp({ entities, hidden });
      await some.deploy(subject);
      const none = await setUp({ entities: [group('checkout'), pay], hidden });

      const ofSome = await some.ask();
      const ofNone = await none.ask();

      expect(stepOf(ofSome.body, 'services')).toMatchObject({
        ...{ state: 'todo', count: 0, of: 1 },
      });
      expect(stepOf(ofSome.body, 'records')).toMatchObject({
        ...{ state: 'todo', count: 0, of: 1 },
      });
      expect(stepOf(ofNone.body, 'services')).toEqual({
        ...{ step: 'services', state: 'unknown' },
        because: expect.stringContaining('catalog.entity.read'),
      });
      expect(JSON.stringify([ofSome.body, ofNone.body])).not.toContain('pay');
    });

    it('is told with the permission to read scorecards', async () => {
      const { ask } = await setUp({ denied: [scorecardReadPermission.name] });

      expect((await ask()).status).toBe(403);
    });

    it('takes as many statements for sixty services as for two', async () => {
      const count = async (services: number) => {
        const names = Array.from({ length: services }, (_, at) => `s${at}`);
        const { ask, deploy, get, knex } = await setUp({
          entities: [
            group('checkout'),
            ...names.map(name =>
              component(name, { owner, slug: `acme/${name}` }),
            ),
          ],
        });
        await deploy(...names.map(name => `github:acme/${name}`));
        // By others, so that the organisation is read and nothing of the steps is remembered.
        await get('/organisation').expect(200);
        const counts = countStatements(knex);
        const { body } = await ask();
        expect(stepOf(body, 'records')?.count).toBe(services);
        return counts.all;
      };

      expect(await count(60)).toBe(await count(2));
    });
  },
);
