import { mkdtempSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { setTimeout } from 'timers/promises';
import { TestDatabases } from '@backstage/backend-test-utils';
import { startPlugin } from '../../__testUtils__/startPlugin';
import { component } from '../../database/__testUtils__/testCatalog';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const policy = `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: ready, title: Ready }
spec:
  effectiveFrom: 2100-01-01
  checks:
    - { id: sound, title: Sound, burden: ownership, expression: ownership.owner_resolves }
    - { id: faulty, title: Faulty, burden: ownership, expression: ownership.owner_resolvs }
`;

describe.each(databases.eachSupportedId())('GET /policy on %s', id => {
  async function setUp(denied: string[] = []) {
    const directory = mkdtempSync(join(tmpdir(), 'policies-'));
    writeFileSync(join(directory, 'ready.yaml'), policy);
    return {
      directory,
      plugin: await startPlugin({
        knex: await databases.init(id),
        entities: [component('pay', { owner: 'a' })],
        denied,
        settings: { policy: { paths: [directory] } },
      }),
    };
  }

  it('says what is in force, and where the rest is at fault', async () => {
    const { plugin, directory } = await setUp();

    const { status, body } = await plugin.get('/policy');

    expect(status).toBe(200);
    expect(body).toEqual({
      asOf: expect.any(Number),
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      inForceSince: expect.any(Number),
      sources: [
        {
          location: directory,
          state: 'read',
          readAt: expect.any(Number),
          files: 1,
        },
      ],
      documents: [
        {
          file: 'ready.yaml',
          kind: 'Scorecard',
          name: 'ready',
          title: 'Ready',
          state: 'scheduled',
          effectiveFrom: Date.UTC(2100, 0),
          faults: [],
          rules: [
            {
              id: 'sound',
              title: 'Sound',
              mode: 'enforce',
              state: 'active',
              faults: [],
            },
            {
              id: 'faulty',
              title: 'Faulty',
              state: 'refused',
              faults: [
                {
                  file: 'ready.yaml',
                  line: 9,
                  column: expect.any(Number),
                  message: expect.stringContaining('owner_resolves'),
                },
              ],
            },
          ],
        },
      ],
      behind: 0,
    });
  });

  it('says how many services are behind, until they are judged anew', async () => {
    const { plugin, directory } = await setUp();
    await plugin.run('catalog-sync');
    await plugin.settle();
    const { body: before } = await plugin.get('/policy');
    writeFileSync(
      join(directory, 'ready.yaml'),
      policy.replace('resolvs', 'resolves'),
    );

    await plugin.run('policy-reload');

    // The worker is woken, and is at it while others look.
    let { body } = await plugin.get('/policy');
    while (body.behind > 0) {
      await setTimeout(20);
      ({ body } = await plugin.get('/policy'));
    }
    expect(body.digest).not.toBe(before.digest);
    expect(body.behind).toBe(0);
    expect(body.documents[0].rules[1].state).toBe('active');
  });

  it('is for those who may read policy', async () => {
    const { plugin } = await setUp(['accountability.policy.read']);

    const { status } = await plugin.get('/policy');

    expect(status).toBe(403);
  });
});
